// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

Window {
    id: window

    required property string siteKey
    required property url serviceUrl
    required property url pageOrigin

    width: 400
    height: 600
    visible: true

    SmartCaptchaView {
        objectName: "captcha"
        anchors.fill: parent
        options {
            siteKey: window.siteKey
            service: SmartCaptcha.service(window.serviceUrl)
            pageOrigin: window.pageOrigin
        }
    }
}
