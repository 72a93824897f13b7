// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic

Button {
    id: button

    // The main action of the screen; other buttons are less prominent.
    property bool primary: false
    property bool dangerous: false

    readonly property color ground: dangerous ? Theme.bad : Theme.accent
    readonly property color ink: {
        if (primary)
            return dangerous ? Theme.window : Theme.accentText;
        return dangerous ? Theme.bad : Theme.link;
    }

    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * 12)
    leftPadding: 20
    rightPadding: 20
    Accessible.name: text
    opacity: enabled ? 1 : 0.5
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Label {
        text: button.text
        color: button.ink
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: {
            if (button.primary)
                return button.down ? Qt.darker(button.ground, 1.2) : button.ground;
            return button.down ? Theme.line : "transparent";
        }
        border.width: button.primary ? 0 : 1
        border.color: Theme.fieldLine

        FocusFrame {
            visible: button.visualFocus
        }
    }
}
