// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A choice of one value, with a label above it. The model is a list of objects with "text" and "value".
Column {
    id: field

    required property string label
    required property var model
    required property var value
    property alias box: box

    signal chosen(value: var)

    spacing: 6
    Layout.fillWidth: true

    Label {
        width: field.width
        text: field.label
        wrapMode: Text.Wrap
        font.pixelSize: Theme.smallSize
        color: Theme.secondary
        Accessible.ignored: true
    }

    ComboBox {
        id: box

        width: field.width
        implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * 12)
        rightPadding: (indicator ? indicator.width : 0) + 2 * 16
        model: field.model
        textRole: "text"
        valueRole: "value"
        // Translated texts make a new model, which would reset the index to the first entry.
        currentIndex: Math.max(0, field.model.findIndex(entry => entry.value === field.value))
        Accessible.name: field.label
        Accessible.description: displayText
        onActivated: index => field.chosen(field.model[index].value)

        contentItem: Label {
            leftPadding: 14
            text: box.displayText
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        indicator: Chevron {
            x: box.width - width - 16
            y: (box.height - height) / 2
            rotation: -90
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.field
            border.width: box.visualFocus || box.popup.visible ? 2 : 1
            border.color: box.visualFocus || box.popup.visible ? Theme.link : Theme.fieldLine
        }
        delegate: ItemDelegate {
            id: entry

            required property var modelData

            width: ListView.view ? ListView.view.width : 0
            implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * 12)
            highlighted: ListView.isCurrentItem
            text: modelData.text
            contentItem: Label {
                text: entry.text
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            background: Rectangle {
                color: entry.highlighted ? Theme.line : "transparent"
            }
        }
        popup.background: Rectangle {
            radius: Theme.radius
            color: Theme.card
            border.color: Theme.fieldLine
        }
    }
}
