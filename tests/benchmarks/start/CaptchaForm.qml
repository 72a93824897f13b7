// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import SmartCaptcha

Form {
    SmartCaptchaPopup {
        options {
            siteKey: "ysc1_0123456789abcdefg"
            pageOrigin: "https://shop.example"
        }
        verifier: SmartCaptchaVerifier {
            backendUrl: "https://shop.example/api/captcha"
        }
    }
}
