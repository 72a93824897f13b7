// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qsize.h>
#include <QtCore/qstring.h>

#include <optional>

namespace SmartCaptcha::Internal {

/// One message of the page, parsed and checked. Nothing that a page sends is trusted until it has been
/// through parse().
struct SMARTCAPTCHA_CAPTCHA_EXPORT PageMessage {
    enum class Type {
        ScriptLoaded,
        ScriptFailed,
        Ready,
        ChallengeVisible,
        ChallengeHidden,
        Success,
        TokenExpired,
        NetworkError,
        JavascriptError,
        Size,
    };

    /// The maximum number of characters in a message, and of those in its token.
    static constexpr qsizetype MaximumLength = 16 * 1024;
    static constexpr qsizetype MaximumTokenLength = SmartCaptchaVerifier::MaximumTokenLength;

    Type type = Type::Ready;
    int attempt = 0; ///< The number of the last command that the page had seen when it sent this.
    QString token; ///< Success: as the page gave it, possibly empty or too long.
    QString description; ///< ScriptFailed, JavascriptError: for logs, redacted.
    QSize size; ///< Size: in the page's pixels, each side from 0 to 4000.
    int address = 0; ///< ScriptLoaded: the index of the address it came from.
    bool controllable = false; ///< Ready: the page takes commands.
    bool challenge = false; ///< Size: it is that of the challenge.

    /// Reads @p json as a message of the page with @p nonce. Returns nothing if it is not one, with the
    /// reason in @p problem.
    [[nodiscard]] static std::optional<PageMessage> parse(const QString &json, const QString &nonce,
                                                          QString *problem = nullptr);
};

} // namespace SmartCaptcha::Internal
