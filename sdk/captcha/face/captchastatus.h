// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>

class SmartCaptchaError;
class SmartCaptchaResult;

namespace SmartCaptcha::Internal {

/// What is shown in place of the captcha, and what a screen reader says of it. All texts are translated.
struct CaptchaStatus {
    Q_DECLARE_TR_FUNCTIONS(SmartCaptcha::Internal::CaptchaStatus)

public:
    enum class Kind {
        Nothing, ///< Not even a text.
        Progress, ///< A text and a progress indicator.
        Message, ///< The text, and the button where there is one.
    };

    Kind kind = Kind::Nothing;
    QString text;
    QString button; ///< Empty: no button.
    QString buttonDescription; ///< For screen readers.

    [[nodiscard]] static CaptchaStatus loading();
    /// Nothing loads before the person presses the button.
    [[nodiscard]] static CaptchaStatus notLoaded();
    [[nodiscard]] static CaptchaStatus failed(const SmartCaptchaError &error);
    /// There is a token, but no verdict.
    [[nodiscard]] static CaptchaStatus notVerified(const SmartCaptchaResult &result);

    /// What a screen reader says when the challenge opens, the check is passed, or the token has expired.
    /// Empty in other states.
    [[nodiscard]] static QString announcement(State state);
};

} // namespace SmartCaptcha::Internal
