// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

Item {
    SmartCaptchaView {
        anchors.fill: parent
        options.mode: SmartCaptchaOptions.Mode.Invisible
    }
}
