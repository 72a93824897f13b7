// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

Window {
    id: window

    required property string siteKey
    required property url serviceUrl
    required property url pageOrigin
    required property url backendUrl

    width: 390
    height: 700
    visible: true
    title: qsTr("Sign in")

    SmartCaptchaVerifier {
        id: backend

        backendUrl: window.backendUrl
        onAccepted: message.text = qsTr("Welcome!")
        onRejected: result => {
            message.text = result.userMessage;
            // The person may try again; without a verdict, the captcha offers that itself.
            if (result.verdict === SmartCaptchaResult.Verdict.Robot)
                captcha.reset();
        }
    }

    Column {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        SmartCaptchaView {
            id: captcha

            width: parent.width
            height: implicitHeight
            verifier: backend
            options {
                siteKey: window.siteKey
                service: SmartCaptcha.service(window.serviceUrl)
                pageOrigin: window.pageOrigin
            }
            // On Android and iOS the system draws the page over everything in the window: hide it while something of
            // yours is open over it.
            visible: !notice.visible
        }

        Text {
            id: message

            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            text: qsTr("What is this?")
            font.underline: true

            TapHandler {
                onTapped: notice.visible = true
            }
        }
    }

    Rectangle {
        id: notice

        anchors.fill: parent
        color: "#f0ffffff"
        visible: false

        Text {
            anchors.fill: parent
            anchors.margins: 32
            text: qsTr("A captcha tells people from robots. Press to go on.")
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignVCenter
        }

        TapHandler {
            onTapped: notice.visible = false
        }
    }
}
