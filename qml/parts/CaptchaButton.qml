// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick

// A button in the colours of the system, for keyboard, mouse, touch and screen readers.
Rectangle {
    id: button

    property string text
    property string description

    signal clicked

    implicitWidth: Math.max(88, label.implicitWidth + 32)
    implicitHeight: Math.max(40, label.implicitHeight + 16)
    radius: 6
    color: press.pressed ? colors.mid : colors.button
    border.width: button.activeFocus ? 2 : 1
    border.color: button.activeFocus ? colors.highlight : colors.mid
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Accessible.description: button.description
    Accessible.focusable: true
    Accessible.ignored: !button.visible
    Accessible.onPressAction: button.clicked()

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
    Keys.onSpacePressed: button.clicked()

    SystemPalette {
        id: colors
    }

    Text {
        id: label

        anchors.fill: parent
        anchors.margins: 4
        text: button.text
        textFormat: Text.PlainText
        color: colors.buttonText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    TapHandler {
        id: press

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.clicked()
    }
}
