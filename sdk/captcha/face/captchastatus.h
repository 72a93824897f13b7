// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// What stands in the place of the captcha while there is none, translated for people.
struct CaptchaStatus {
    enum class Kind {
        Nothing, ///< Not even a text.
        Progress, ///< Something is under way, nobody knows for how long.
        Message, ///< The text, and the button where there is one.
    };

    Kind kind = Kind::Nothing;
    QString text;
    QString button; ///< Empty: no button.
    QString buttonDescription; ///< For screen readers.
};

} // namespace SmartCaptcha::Internal
