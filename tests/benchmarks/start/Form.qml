// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick

// A form of Qt Quick's own items.
Window {
    width: 480
    height: 360
    visible: true
    title: "Start"

    Column {
        anchors.centerIn: parent
        width: 240
        spacing: 8

        Repeater {
            model: ["Name", "Password"]

            Rectangle {
                required property string modelData

                width: 240
                height: 40
                border.width: 1

                TextInput {
                    anchors.fill: parent
                    anchors.margins: 8
                    text: parent.modelData
                }
            }
        }

        Rectangle {
            width: 240
            height: 40
            color: "#e0e0e0"

            Text {
                anchors.centerIn: parent
                text: "Sign in"
            }

            TapHandler {}
        }
    }
}
