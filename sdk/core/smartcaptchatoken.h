// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qdatetime.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaTokenPrivate;

/**
 * The one-time token that the service issues when a person has passed, with the time it has left.
 *
 * The service accepts a token once, within five minutes of issuing it (the service's documentation,
 * "Verifying a CAPTCHA response"). Here the time counts from the moment the token was received, on a
 * monotonic clock, so that setting the computer's clock back does not extend it; time that the computer slept
 * counts as well. The value is opaque. Until the service has confirmed it, a token proves nothing: any script
 * in the page could have made it up.
 *
 * A value type: implicitly shared, usable in any thread. It prints without its value.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaToken {
    Q_GADGET
    Q_PROPERTY(QString value READ value CONSTANT FINAL)
    Q_PROPERTY(QDateTime receivedAt READ receivedAt CONSTANT FINAL)
    Q_PROPERTY(qint64 remaining READ remaining FINAL)
    Q_PROPERTY(bool expired READ isExpired FINAL)
    Q_PROPERTY(bool null READ isNull CONSTANT FINAL)

public:
    /// How long a token is good for, in milliseconds: five minutes.
    static constexpr qint64 Lifetime = 5 * 60 * 1000;

    /// No token; isNull() is true.
    SmartCaptchaToken();

    /// A token that was received just now. An empty @p value gives a null token.
    explicit SmartCaptchaToken(const QString &value);

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaToken(const SmartCaptchaToken &other);
    SmartCaptchaToken(SmartCaptchaToken &&other) noexcept;
    SmartCaptchaToken &operator=(const SmartCaptchaToken &other);
    SmartCaptchaToken &operator=(SmartCaptchaToken &&other) noexcept;
    ~SmartCaptchaToken();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaToken &other) noexcept { d.swap(other.d); }

    /// What the service gave, to be sent as it is. Empty for a null token.
    [[nodiscard]] QString value() const;

    /// When it was received, in UTC. Invalid for a null token.
    [[nodiscard]] QDateTime receivedAt() const;

    /// Milliseconds until the service will no longer accept it, from Lifetime down to 0; 0 for a null token.
    ///@{
    [[nodiscard]] qint64 remaining() const;
    [[nodiscard]] std::chrono::milliseconds remainingAsDuration() const
    {
        return std::chrono::milliseconds(remaining());
    }
    ///@}

    /// True when remaining() is 0, so for a null token as well.
    [[nodiscard]] bool isExpired() const;

    /// True when there is no token.
    [[nodiscard]] bool isNull() const;

    /// For logs: the number of characters instead of the value.
    [[nodiscard]] QString redacted() const;

    /// Tokens with the same value are the same token, whenever they were received.
    ///@{
    friend bool operator==(const SmartCaptchaToken &a, const SmartCaptchaToken &b)
    {
        return a.value() == b.value();
    }
    friend bool operator!=(const SmartCaptchaToken &a, const SmartCaptchaToken &b) { return !(a == b); }
    ///@}

private:
    friend SMARTCAPTCHA_CORE_EXPORT size_t qHash(const SmartCaptchaToken &token, size_t seed) noexcept;

    QSharedDataPointer<SmartCaptchaTokenPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaToken)

/// Equal values have equal hashes within one run of the program.
SMARTCAPTCHA_CORE_EXPORT size_t qHash(const SmartCaptchaToken &token, size_t seed = 0) noexcept;

/// Prints redacted().
/// @relates SmartCaptchaToken
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaToken &token);

Q_DECLARE_METATYPE(SmartCaptchaToken)
