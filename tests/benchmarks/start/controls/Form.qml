// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls

// The same form of Qt Quick Controls.
ApplicationWindow {
    width: 480
    height: 360
    visible: true
    title: "Start"

    Column {
        anchors.centerIn: parent
        width: 240
        spacing: 8

        TextField {
            width: parent.width
            placeholderText: "Name"
        }

        TextField {
            width: parent.width
            placeholderText: "Password"
        }

        Button {
            width: parent.width
            text: "Sign in"
        }
    }
}
