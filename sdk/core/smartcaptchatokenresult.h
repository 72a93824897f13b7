// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaTokenResultPrivate;

/**
 * The result of asking a person for a token: the token, or why there is none. Futures deliver it, such as
 * that of SmartCaptchaDialog::requestToken().
 *
 * A value type: implicitly shared, usable in any thread. It prints without its token.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaTokenResult {
    Q_GADGET
    Q_PROPERTY(SmartCaptchaTokenResult::Status status READ status CONSTANT FINAL)
    Q_PROPERTY(bool ok READ isOk CONSTANT FINAL)
    Q_PROPERTY(SmartCaptchaToken token READ token CONSTANT FINAL)
    Q_PROPERTY(SmartCaptchaError error READ error CONSTANT FINAL)

public:
    /// How it ended.
    enum class Status : quint8 {
        Ok, ///< There is a token.
        Cancelled, ///< The person closed the captcha, or it is gone together with its window.
        Failed, ///< The captcha could not be shown or finished; error() says why.
    };
    Q_ENUM(Status)

    /// Cancelled.
    SmartCaptchaTokenResult();

    /// Ok with @p token; Failed with ProtocolError when the token is null.
    explicit SmartCaptchaTokenResult(const SmartCaptchaToken &token);

    /// Failed with @p error; Cancelled if that is NoError.
    explicit SmartCaptchaTokenResult(const SmartCaptchaError &error);

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaTokenResult(const SmartCaptchaTokenResult &other);
    SmartCaptchaTokenResult(SmartCaptchaTokenResult &&other) noexcept;
    SmartCaptchaTokenResult &operator=(const SmartCaptchaTokenResult &other);
    SmartCaptchaTokenResult &operator=(SmartCaptchaTokenResult &&other) noexcept;
    ~SmartCaptchaTokenResult();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaTokenResult &other) noexcept { d.swap(other.d); }

    /// The status, for comparisons.
    [[nodiscard]] Status status() const;

    /// True when status() is Ok.
    [[nodiscard]] bool isOk() const;

    /// The token; null unless status() is Ok.
    [[nodiscard]] SmartCaptchaToken token() const;

    /// What went wrong; NoError unless status() is Failed.
    [[nodiscard]] SmartCaptchaError error() const;

    /// Equal in status, token and error.
    ///@{
    friend SMARTCAPTCHA_CORE_EXPORT bool operator==(const SmartCaptchaTokenResult &a,
                                                    const SmartCaptchaTokenResult &b);
    friend bool operator!=(const SmartCaptchaTokenResult &a, const SmartCaptchaTokenResult &b)
    {
        return !(a == b);
    }
    ///@}

private:
    QSharedDataPointer<SmartCaptchaTokenResultPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaTokenResult)

/// Prints the status, and the error if there is one.
/// @relates SmartCaptchaTokenResult
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaTokenResult &result);

Q_DECLARE_METATYPE(SmartCaptchaTokenResult)
