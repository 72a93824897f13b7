// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import SmartCaptchaMobileDemo

// A screen: a bar with its title, and below it a scrolling column. In a wide window the column stays readable in the
// middle. The item with the keyboard focus is scrolled into view, also above an on-screen keyboard.
Page {
    id: page

    property bool canGoBack: true
    property bool hasSettings: true
    default property alias content: column.data
    readonly property bool wide: width >= 640
    property int maximumWidth: Theme.columnWidth
    // How much of the window an on-screen keyboard covers; zero where the system shrinks the window instead.
    readonly property var input: Qt.inputMethod
    readonly property real keyboard: input.visible && input.keyboardRectangle.height > 0
                                     ? Math.max(0, height - input.keyboardRectangle.y) : 0

    // The visible part of the column.
    readonly property real viewTop: flick.contentY
    readonly property real viewHeight: flick.height

    signal backRequested
    // Both name the screen by its type. "Back" returns here from a requested screen; a new start leaves nothing to go
    // back to.
    signal screenRequested(screen: string)
    signal newStartRequested(screen: string)

    function showItem(item: Item): void {
        const top = item.mapToItem(flick.contentItem, 0, 0).y;
        const bottom = top + item.height;
        const room = 24;
        let y = flick.contentY;
        if (bottom + room > y + flick.height)
            y = bottom + room - flick.height;
        if (top - room < y)
            y = top - room;
        flick.contentY = Math.max(0, Math.min(y, flick.contentHeight - flick.height));
    }

    function showFocus(): void {
        const item = page.Window.activeFocusItem;
        for (let ancestor = item; ancestor; ancestor = ancestor.parent) {
            if (ancestor === column) {
                page.showItem(item);
                return;
            }
        }
    }

    focusPolicy: Qt.ClickFocus
    Accessible.name: title

    ScreenMargins {
        id: margins

        window: page.Window.window
    }

    Connections {
        target: page.Window.window

        function onActiveFocusItemChanged(): void {
            page.showFocus();
        }
    }

    background: Rectangle {
        color: Theme.window
    }

    header: Rectangle {
        implicitHeight: bar.implicitHeight + margins.top
        color: Theme.card

        RowLayout {
            id: bar

            anchors.fill: parent
            anchors.topMargin: margins.top
            anchors.leftMargin: margins.left + 4
            anchors.rightMargin: margins.right + 4
            spacing: 4

            BarButton {
                objectName: "back"
                visible: page.canGoBack
                text: qsTr("Back")
                arrow: true
                onClicked: page.backRequested()
            }

            Label {
                Layout.fillWidth: true
                Layout.leftMargin: page.canGoBack ? 0 : Theme.gap - 4
                Layout.topMargin: 12
                Layout.bottomMargin: 12
                text: page.title
                font.pixelSize: Theme.barSize * 1.125
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }

            BarButton {
                objectName: "settings"
                visible: page.hasSettings
                text: qsTr("Settings")
                onClicked: page.screenRequested("SettingsPage")
            }
        }

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: 1
            color: Theme.line
        }
    }

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.bottomMargin: Math.max(page.keyboard, 0)
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * Theme.gap + (page.keyboard > 0 ? 0 : margins.bottom)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        onHeightChanged: page.showFocus()
        ScrollBar.vertical: ScrollBar {
            visible: flick.contentHeight > flick.height
        }

        ColumnLayout {
            id: column

            readonly property real room: flick.width - margins.left - margins.right - 2 * Theme.gap

            x: margins.left + Theme.gap + (room - width) / 2
            y: Theme.gap
            width: Math.min(room, page.maximumWidth)
            spacing: Theme.gap
        }
    }
}
