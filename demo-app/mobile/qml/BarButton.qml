// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic

// A button in a screen's bar: a text, or a chevron for "back".
AbstractButton {
    id: button

    property bool arrow: false

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + 2 * 12)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * 8)
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Label {
        text: button.arrow ? "" : button.text
        color: Theme.link
        font.pixelSize: Theme.barSize
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.line : "transparent"

        Chevron {
            anchors.centerIn: parent
            visible: button.arrow
            color: Theme.link
        }

        FocusFrame {
            anchors.margins: 2
            radius: Theme.radius - 2
            visible: button.visualFocus
        }
    }
}
