// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

pragma Singleton

import QtQml
import SmartCaptcha

// Texts about the backend's answer. The language is a parameter so that bindings evaluate texts from C++ again when it
// changes. The functions have no type annotations, so that they are not compiled ahead of time: Qt 6.4 compiles
// enumerations of value types wrongly.
QtObject {
    function text(result, language) {
        switch (result.verdict) {
        case SmartCaptchaResult.Verdict.Human:
            return result.accepted ? qsTr("Human. Accepted.") : qsTr("Human. Not accepted.");
        case SmartCaptchaResult.Verdict.Robot:
            return result.accepted ? qsTr("Robot. Accepted.") : qsTr("Robot. Not accepted.");
        default:
            return result.accepted ? qsTr("Undetermined. Accepted.") : qsTr("Undetermined. Not accepted.");
        }
    }

    // For a form that the user may not submit.
    function refusal(result, language) {
        return result.userMessage !== "" ? result.userMessage : text(result, language);
    }

    function failure(error, language) {
        return error.userMessage;
    }

    function cause(result, language) {
        return result.userMessage;
    }
}
