// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

// Shows a challenge over the content of a window: a bottom sheet in a narrow window, a card in the middle of a wide
// one. No part of it ever covers "place", because the system may draw a native view there.
FocusScope {
    id: sheet

    // The preferred size of the content.
    property size contentSize: Qt.size(360, 480)
    property color color: colors.window
    property string title: qsTr("Confirm that you are not a robot")
    property string cancelText: qsTr("Cancel")
    property bool opened: false
    readonly property bool narrow: width < 600
    readonly property alias place: place

    // Emitted from the event loop: after a press outside or on the button, Esc or the back key, or when the window is
    // hidden.
    signal dismissed

    readonly property color ink: sheet.color.hslLightness < 0.5 ? "#ffffff" : "#000000"
    property var input: Qt.inputMethod
    // How much of the window the on-screen keyboard covers; 0 if the system has already made the window smaller.
    readonly property real keyboard: input.visible && input.keyboardRectangle.height > 0
                                     ? Math.max(0, sheet.height - input.keyboardRectangle.y) : 0

    objectName: "smartCaptchaSheet"
    anchors.fill: parent
    visible: sheet.opened
    z: 1000000

    SystemPalette {
        id: colors
    }

    CaptchaSheetKeys {
        id: wayOut

        active: sheet.opened && sheet.visible
        onWayOutTaken: sheet.dismissed()
    }

    Rectangle {
        anchors.fill: parent
        color: "#80000000"

        // Blocks input to what is below.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            acceptedButtons: Qt.AllButtons
            onClicked: wayOut.leave()
            onWheel: wheel => wheel.accepted = true
        }
    }

    // Tab wraps around inside the sheet.
    Item {
        activeFocusOnTab: sheet.opened
        onActiveFocusChanged: {
            if (activeFocus)
                place.forceActiveFocus(Qt.BacktabFocusReason);
        }
    }

    Rectangle {
        id: card

        readonly property real margin: sheet.narrow ? 12 : 16
        // A heading on one line leaves more height to the content; a phone in landscape has little.
        readonly property real wanted: Math.max(sheet.contentSize.width,
                                                caption.implicitWidth + 1 + header.gap + cancelButton.width)

        width: sheet.narrow ? sheet.width : Math.min(sheet.width - 32, Math.ceil(wanted) + 2 * margin)
        height: Math.min(sheet.height - sheet.keyboard - (sheet.narrow ? 24 : 32),
                         sheet.contentSize.height + header.height + 3 * margin)
        // A page looks sharp only at whole pixel positions.
        x: Math.round((sheet.width - width) / 2)
        y: sheet.narrow ? sheet.height - sheet.keyboard - height
                        : Math.max(16, Math.round((sheet.height - sheet.keyboard - height) / 2))
        radius: sheet.narrow ? 0 : 10
        color: sheet.color
        border.width: 1
        border.color: Qt.tint(sheet.color, Qt.rgba(sheet.ink.r, sheet.ink.g, sheet.ink.b, 0.25))

        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        MouseArea {
            anchors.fill: parent
        }

        Item {
            id: header

            readonly property real gap: 12
            readonly property real rest: width - cancelButton.width - gap
            // With a large font a long word may not fit beside the button; the heading then gets the whole row below
            // it.
            readonly property bool stacked: longestWord.contentWidth > rest

            x: card.margin
            y: card.margin
            width: parent.width - 2 * card.margin
            height: Math.ceil(stacked ? cancelButton.height + 8 + caption.implicitHeight
                                      : Math.max(caption.implicitHeight, cancelButton.height))

            Text {
                id: longestWord

                visible: false
                width: 1
                text: sheet.title
                textFormat: Text.PlainText
                wrapMode: Text.WordWrap
                font: caption.font
                Accessible.ignored: true
            }

            Text {
                id: caption

                y: header.stacked ? cancelButton.height + 8 : Math.round((header.height - height) / 2)
                width: header.stacked ? header.width : header.rest
                objectName: "smartCaptchaHeading"
                text: sheet.title
                textFormat: Text.PlainText
                color: sheet.ink
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
                font.bold: true
                Accessible.ignored: true
            }

            CaptchaButton {
                id: cancelButton

                anchors.right: parent.right
                y: header.stacked ? 0 : Math.round((header.height - height) / 2)
                objectName: "smartCaptchaCancel"
                text: sheet.cancelText
                onClicked: wayOut.leave()
            }
        }

        FocusScope {
            id: place

            anchors.fill: parent
            anchors.margins: card.margin
            anchors.topMargin: header.height + 2 * card.margin
            focus: true
        }
    }

    Item {
        activeFocusOnTab: sheet.opened
        onActiveFocusChanged: {
            if (activeFocus)
                cancelButton.forceActiveFocus(Qt.TabFocusReason);
        }
    }
}
