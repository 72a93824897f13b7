// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A text field with a label above it.
Column {
    id: field

    property alias label: caption.text
    property alias text: input.text
    property alias input: input
    property string hint

    signal edited(text: string)
    signal entered

    function forget(): void {
        input.clear();
    }

    spacing: 6
    Layout.fillWidth: true

    Label {
        id: caption

        width: field.width
        wrapMode: Text.Wrap
        font.pixelSize: Theme.smallSize
        color: Theme.secondary
        Accessible.ignored: true
    }

    TextField {
        id: input

        width: field.width
        implicitHeight: Math.max(Theme.touch, contentHeight + 2 * 12)
        leftPadding: 14
        rightPadding: 14
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        placeholderText: field.hint
        placeholderTextColor: Theme.secondary
        Accessible.name: field.label
        Accessible.description: field.hint
        EnterKey.type: Qt.EnterKeyDone
        onTextEdited: field.edited(text)
        onAccepted: field.entered()
        Component.onCompleted: cursorPosition = 0

        background: Rectangle {
            radius: Theme.radius
            color: Theme.field
            border.width: input.activeFocus ? 2 : 1
            border.color: input.activeFocus ? Theme.link : Theme.fieldLine
        }
    }
}
