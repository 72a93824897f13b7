// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaErrorPrivate;

/**
 * Why a captcha could not be shown or finished: a code for programs, details for logs, a message for people.
 *
 * It is not an error if a person closes the captcha. The verifier's result for a token is a
 * SmartCaptchaResult.
 *
 * A value type: implicitly shared, usable in any thread.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaError {
    Q_GADGET
    Q_DECLARE_TR_FUNCTIONS(SmartCaptchaError)
    Q_PROPERTY(Code code READ code CONSTANT FINAL)
    Q_PROPERTY(QString details READ details CONSTANT FINAL)
    Q_PROPERTY(QString userMessage READ userMessage CONSTANT FINAL)
    Q_PROPERTY(bool retryable READ isRetryable CONSTANT FINAL)

public:
    /// What went wrong.
    enum class Code {
        NoError, ///< Nothing went wrong.
        InvalidOptions, ///< SmartCaptchaOptions::problems() says why.
        WebEngineUnavailable, ///< There is no web engine to show a page with, or none that is new enough;
                              ///< the details name what is missing.
        LoadFailed, ///< The page or the widget's script could not be loaded.
        LoadTimeout, ///< The page was not ready within SmartCaptchaOptions::loadTimeout().
        NetworkError, ///< The widget lost its connection to the service (its event `network-error`).
        JavascriptError, ///< The widget broke (its event `javascript-error`, or an exception in the page).
        CertificateError, ///< The service's or the page's certificate is not trusted. Never ignored.
        RenderProcessGone, ///< The page's renderer process ended.
        ChallengeTimeout, ///< The check or the challenge took longer than its deadline.
        ProtocolError, ///< The page sent something that makes no sense, for instance an empty token.
    };
    Q_ENUM(Code)

    /// No error.
    SmartCaptchaError();

    /// @p details is English for logs; it must not contain a token or a key.
    explicit SmartCaptchaError(Code code, const QString &details = {});

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaError(const SmartCaptchaError &other);
    SmartCaptchaError(SmartCaptchaError &&other) noexcept;
    SmartCaptchaError &operator=(const SmartCaptchaError &other);
    SmartCaptchaError &operator=(SmartCaptchaError &&other) noexcept;
    ~SmartCaptchaError();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaError &other) noexcept { d.swap(other.d); }

    /// The code, for comparisons.
    [[nodiscard]] Code code() const;

    /// What exactly happened, in English, for logs and developers. Free of tokens and keys.
    [[nodiscard]] QString details() const;

    /// What to tell a person, in the language of the installed translator
    /// (SmartCaptcha::installTranslator()). Empty for NoError.
    [[nodiscard]] QString userMessage() const;

    /// True when trying again may help: the cause may pass or be corrected while the program runs.
    [[nodiscard]] bool isRetryable() const;

    /// Equal in code and details.
    ///@{
    friend SMARTCAPTCHA_CORE_EXPORT bool operator==(const SmartCaptchaError &a, const SmartCaptchaError &b);
    friend bool operator!=(const SmartCaptchaError &a, const SmartCaptchaError &b) { return !(a == b); }
    ///@}

private:
    QSharedDataPointer<SmartCaptchaErrorPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaError)

/// Prints the code and the details.
/// @relates SmartCaptchaError
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaError &error);

Q_DECLARE_METATYPE(SmartCaptchaError)
