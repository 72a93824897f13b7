// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaResultPrivate;

namespace SmartCaptcha::Internal {
class ResultBuilder;
}

/**
 * What came of asking the service about a token.
 *
 * verdict() is what the service said; error() is the cause when it could not say or when what it said has a
 * flaw; isAccepted() is what the verifier's SmartCaptchaPolicy makes of the two, and the only one of them
 * that most applications need. "The service said no" (Robot) and "the service could not be asked"
 * (Undetermined) are never the same value.
 *
 * | answer | verdict | error |
 * |---|---|---|
 * | `ok`, host set or absent | Human | NoError |
 * | `ok`, host empty | Human | HostEmpty |
 * | `ok`, host not among the policy's allowed ones | Human | HostNotAllowed |
 * | `failed`, whatever the message | Robot | NoError |
 * | status other than 200, redirects included | Undetermined | HttpStatus |
 * | 200 with a body that is no such JSON, or over 64 KiB | Undetermined | BadReply |
 * | no answer | Undetermined | Timeout, Network, Tls |
 * | aborted by the caller | Undetermined | Canceled |
 * | found before sending | Undetermined | MissingServerKey, InvalidServerKey, InvalidRequest, TokenExpired,
 * TokenReused |
 *
 * A value type: implicitly shared, usable in any thread. Results are made by the verifier.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaResult {
    Q_GADGET
    Q_DECLARE_TR_FUNCTIONS(SmartCaptchaResult)
    Q_PROPERTY(SmartCaptchaResult::Verdict verdict READ verdict CONSTANT FINAL)
    Q_PROPERTY(bool accepted READ isAccepted CONSTANT FINAL)
    Q_PROPERTY(SmartCaptchaResult::Error error READ error CONSTANT FINAL)
    Q_PROPERTY(QString host READ host CONSTANT FINAL)
    Q_PROPERTY(QString message READ message CONSTANT FINAL)
    Q_PROPERTY(QString details READ details CONSTANT FINAL)
    Q_PROPERTY(int httpStatus READ httpStatus CONSTANT FINAL)
    Q_PROPERTY(qint64 elapsed READ elapsed CONSTANT FINAL)
    Q_PROPERTY(QString userMessage READ userMessage CONSTANT FINAL)

public:
    /// What the service said about the token.
    enum class Verdict {
        Human, ///< Status `ok`: a person passed.
        Robot, ///< Status `failed`: not passed, or the token is false, expired or used up.
        Undetermined, ///< Nothing usable was said, for the cause in error().
    };
    Q_ENUM(Verdict)

    /// Why there is no plain verdict.
    enum class Error {
        NoError, ///< There is a plain verdict.
        MissingServerKey, ///< No server key and no backend address are set. Nothing was sent.
        InvalidRequest, ///< An empty or impossible token, an unusable address, or a network access manager of
                        ///< another thread. Nothing was sent.
        TokenExpired, ///< The token is known to be older than five minutes. Nothing was sent.
        TokenReused, ///< This verifier has asked about the token already. Nothing was sent.
        Timeout, ///< No whole answer within the verifier's timeout.
        Canceled, ///< The caller has aborted, or the verifier was destroyed.
        Network, ///< The service could not be reached, or the connection broke off.
        Tls, ///< No secure connection: a certificate that cannot be trusted, a failed handshake, no TLS at
             ///< all.
        HttpStatus, ///< Another status than 200; see httpStatus(). Redirects are not followed.
        BadReply, ///< Status 200 and not the documented JSON, or more than 64 KiB.
        HostEmpty, ///< `ok` with an empty host: the cloud is blocked, or the service has an internal fault.
        HostNotAllowed, ///< `ok` for a host that is not among SmartCaptchaPolicy::allowedHosts().
        InvalidServerKey, ///< The key cannot be one, see SmartCaptchaServerKey::problem(). Nothing was sent.
    };
    Q_ENUM(Error)

    /// Undetermined with InvalidRequest, and not accepted: nothing has been asked.
    SmartCaptchaResult();
    SmartCaptchaResult(const SmartCaptchaResult &other);
    SmartCaptchaResult(SmartCaptchaResult &&other) noexcept;
    SmartCaptchaResult &operator=(const SmartCaptchaResult &other);
    SmartCaptchaResult &operator=(SmartCaptchaResult &&other) noexcept;
    ~SmartCaptchaResult();

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaResult &other) noexcept { d.swap(other.d); }

    /// What the service said.
    [[nodiscard]] Verdict verdict() const;

    /// True when the person may go on, by the policy that the verifier had when it was asked.
    [[nodiscard]] bool isAccepted() const;

    /// The cause when there is no plain verdict.
    [[nodiscard]] Error error() const;

    /// The site that the captcha was passed on, as the service named it, with the port when it is not the
    /// usual one. Empty when the service named none; null when the answer had no host field.
    [[nodiscard]] QString host() const;

    /// The service's own remark, for a log; its wording changes, so do not compare it ("not for processing in
    /// code", the service's documentation). Empty when there was none.
    [[nodiscard]] QString message() const;

    /// More about error() in English, for a log. Never has a key, a token or a whole address in it.
    [[nodiscard]] QString details() const;

    /// The HTTP status of the answer, 0 without one.
    [[nodiscard]] int httpStatus() const;

    /// Milliseconds from sending until the end; the time in the verifier's queue does not count. 0 when
    /// nothing was sent.
    [[nodiscard]] qint64 elapsed() const;
    [[nodiscard]] std::chrono::milliseconds elapsedAsDuration() const
    {
        return std::chrono::milliseconds(elapsed());
    }

    /// One or two sentences for the person who waits, in the language of the installed translators.
    [[nodiscard]] QString userMessage() const;

    /// Equal in everything, elapsed() included.
    friend SMARTCAPTCHA_CORE_EXPORT bool operator==(const SmartCaptchaResult &a, const SmartCaptchaResult &b);
    friend bool operator!=(const SmartCaptchaResult &a, const SmartCaptchaResult &b) { return !(a == b); }

private:
    friend class SmartCaptcha::Internal::ResultBuilder;
    QSharedDataPointer<SmartCaptchaResultPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaResult)

/// Prints everything but the user message; what came from outside without anything that could be a secret.
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaResult &result);

Q_DECLARE_METATYPE(SmartCaptchaResult)
