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
 * The result of asking the service about a token.
 *
 * verdict() is what the service said; error() is the cause if it said nothing, or if there is something wrong
 * with what it said; isAccepted() is what the verifier's SmartCaptchaPolicy makes of the two, and all that
 * most applications need. "The service said no" (Robot) and "the service could not be asked" (Undetermined)
 * are never the same value.
 *
 * | answer | verdict | error |
 * |---|---|---|
 * | `ok`, host set or absent | Human | NoError |
 * | `ok`, host empty | Human | HostEmpty |
 * | `ok`, host not among the policy's allowed ones | Human | HostNotAllowed |
 * | `failed`, whatever the message | Robot | NoError |
 * | status other than 200, redirects included | Undetermined | HttpStatus |
 * | 200 with a body that is not such JSON, or over 64 KiB | Undetermined | BadReply |
 * | no answer | Undetermined | Timeout, Network, Tls |
 * | aborted by the caller | Undetermined | Canceled |
 * | not sent: wrong settings or token | Undetermined | MissingServerKey, InvalidServerKey, InvalidRequest |
 * | not sent: too late, or asked before | Undetermined | TokenExpired, TokenReused |
 *
 * A value type: implicitly shared, usable in any thread. Results are created by the verifier.
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
        Undetermined, ///< There was no usable answer; error() says why.
    };
    Q_ENUM(Verdict)

    /// Why there is no clear verdict.
    enum class Error {
        NoError, ///< There is a clear verdict.
        MissingServerKey, ///< No server key and no backend address are set. Nothing was sent.
        InvalidRequest, ///< An empty or impossible token, an unusable address, or a network access manager in
                        ///< another thread. Nothing was sent.
        TokenExpired, ///< The token is known to be older than five minutes. Nothing was sent.
        TokenReused, ///< This verifier has already asked about the token. Nothing was sent.
        Timeout, ///< No complete answer within the verifier's timeout.
        Canceled, ///< The caller aborted the request, or the verifier was destroyed or moved to another
                  ///< thread.
        Network, ///< The service could not be reached, or the connection broke off.
        Tls, ///< No secure connection: a certificate that cannot be trusted, a failed handshake, no TLS at
             ///< all.
        HttpStatus, ///< A status other than 200; see httpStatus(). Redirects are not followed.
        BadReply, ///< Status 200, but not the documented JSON, or more than 64 KiB.
        HostEmpty, ///< `ok` with an empty host: the cloud is blocked, or the service has an internal fault.
        HostNotAllowed, ///< `ok` for a host that is not among SmartCaptchaPolicy::allowedHosts().
        InvalidServerKey, ///< This cannot be a server key, see SmartCaptchaServerKey::problem(). Nothing was
                          ///< sent.
    };
    Q_ENUM(Error)

    /// Undetermined with InvalidRequest, and not accepted: nothing has been asked yet.
    SmartCaptchaResult();

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaResult(const SmartCaptchaResult &other);
    SmartCaptchaResult(SmartCaptchaResult &&other) noexcept;
    SmartCaptchaResult &operator=(const SmartCaptchaResult &other);
    SmartCaptchaResult &operator=(SmartCaptchaResult &&other) noexcept;
    ~SmartCaptchaResult();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaResult &other) noexcept { d.swap(other.d); }

    /// What the service said.
    [[nodiscard]] Verdict verdict() const;

    /// True if the person may go on, by the policy that the verifier had at the time of the call.
    [[nodiscard]] bool isAccepted() const;

    /// The cause if there is no clear verdict.
    [[nodiscard]] Error error() const;

    /// The site on which the captcha was passed, as the service named it, with the port unless it is the
    /// default. Empty if the service named none; null if the answer had no host field.
    [[nodiscard]] QString host() const;

    /// The service's own message, for a log; its wording changes, so do not compare it ("not for processing
    /// in code", the service's documentation). Empty when there was none.
    [[nodiscard]] QString message() const;

    /// More about error() in English, for a log. Never contains a key, a token or a whole address.
    [[nodiscard]] QString details() const;

    /// The HTTP status of the answer; 0 if there was none.
    [[nodiscard]] int httpStatus() const;

    /// Milliseconds from sending until the end; the time in the verifier's queue does not count. 0 when
    /// nothing was sent.
    ///@{
    [[nodiscard]] qint64 elapsed() const;
    [[nodiscard]] std::chrono::milliseconds elapsedAsDuration() const
    {
        return std::chrono::milliseconds(elapsed());
    }
    ///@}

    /// One or two sentences for the person, in the language of the installed translators.
    [[nodiscard]] QString userMessage() const;

    /// Equal in everything, elapsed() included.
    ///@{
    friend SMARTCAPTCHA_CORE_EXPORT bool operator==(const SmartCaptchaResult &a, const SmartCaptchaResult &b);
    friend bool operator!=(const SmartCaptchaResult &a, const SmartCaptchaResult &b) { return !(a == b); }
    ///@}

private:
    friend class SmartCaptcha::Internal::ResultBuilder;
    QSharedDataPointer<SmartCaptchaResultPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaResult)

/// Prints everything but the user message. Text from outside is printed without anything that could be a
/// secret.
/// @relates SmartCaptchaResult
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaResult &result);

Q_DECLARE_METATYPE(SmartCaptchaResult)
