// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptcharesult.h"

#include "core/verify/resultdata.h"
#include "foundation/redaction.h"

#include <QtCore/qdebug.h>

namespace {

/// What there is before a result: all of them share it, because every call that waits has two. It is never
/// destroyed, as variables outside of functions may need it until the very end.
const QSharedDataPointer<SmartCaptchaResultPrivate> &noResult()
{
    static const auto *const shared =
        new QSharedDataPointer<SmartCaptchaResultPrivate>(new SmartCaptchaResultPrivate);
    return *shared;
}

} // namespace

SmartCaptchaResult::SmartCaptchaResult()
    : d(noResult())
{
}

SmartCaptchaResult::SmartCaptchaResult(const SmartCaptchaResult &) = default;
SmartCaptchaResult::SmartCaptchaResult(SmartCaptchaResult &&) noexcept = default;
SmartCaptchaResult &SmartCaptchaResult::operator=(const SmartCaptchaResult &) = default;
SmartCaptchaResult &SmartCaptchaResult::operator=(SmartCaptchaResult &&) noexcept = default;
SmartCaptchaResult::~SmartCaptchaResult() = default;

SmartCaptchaResult::Verdict SmartCaptchaResult::verdict() const
{
    return d->verdict;
}

bool SmartCaptchaResult::isAccepted() const
{
    return d->accepted;
}

SmartCaptchaResult::Error SmartCaptchaResult::error() const
{
    return d->error;
}

QString SmartCaptchaResult::host() const
{
    return d->host;
}

QString SmartCaptchaResult::message() const
{
    return d->message;
}

QString SmartCaptchaResult::details() const
{
    return d->details;
}

int SmartCaptchaResult::httpStatus() const
{
    return d->httpStatus;
}

qint64 SmartCaptchaResult::elapsed() const
{
    return d->elapsed;
}

QString SmartCaptchaResult::userMessage() const
{
    if (isAccepted())
        return tr("You have passed the captcha.");
    switch (error()) {
    case Error::NoError:
        return tr("You did not pass the captcha. Please try again.");
    case Error::MissingServerKey:
    case Error::InvalidServerKey:
        return tr("The captcha is not set up yet. Please contact the developers of this program.");
    case Error::InvalidRequest:
        return tr("The captcha could not be checked. Please solve it again; if that does not help, contact "
                  "the developers of this program.");
    case Error::TokenExpired:
        return tr("Too much time has passed since you solved the captcha. Please solve it again.");
    case Error::TokenReused:
        return tr("This captcha has already been used. Please solve it again.");
    case Error::Timeout:
        return tr("Checking the captcha took too long. Please try again in a moment.");
    case Error::Canceled:
        return tr("The captcha check was cancelled.");
    case Error::Network:
        return tr("The captcha could not be checked. Check your internet connection and try again.");
    case Error::Tls:
        return tr("The captcha could not be checked over a secure connection. Check the date on this "
                  "computer and the network it is connected to, and try again.");
    case Error::HttpStatus:
    case Error::BadReply:
    case Error::HostEmpty:
        return tr("The captcha is not available right now. Please try again later.");
    case Error::HostNotAllowed:
        return tr("This captcha was solved somewhere else. Please solve it again.");
    }
    return {};
}

bool operator==(const SmartCaptchaResult &a, const SmartCaptchaResult &b)
{
    return a.d == b.d
        || (a.d->verdict == b.d->verdict && a.d->error == b.d->error && a.d->accepted == b.d->accepted
            && a.d->host == b.d->host && a.d->host.isNull() == b.d->host.isNull()
            && a.d->message == b.d->message && a.d->details == b.d->details
            && a.d->httpStatus == b.d->httpStatus && a.d->elapsed == b.d->elapsed);
}

QDebug operator<<(QDebug debug, const SmartCaptchaResult &result)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "SmartCaptchaResult(" << result.verdict() << ", "
                    << (result.isAccepted() ? "accepted" : "not accepted") << ", " << result.error();
    if (result.httpStatus() != 0)
        debug << ", status " << result.httpStatus();
    if (!result.host().isNull())
        debug << ", host " << SmartCaptcha::Internal::redacted(result.host());
    if (!result.message().isEmpty())
        debug << ", message " << SmartCaptcha::Internal::redacted(result.message());
    if (!result.details().isEmpty())
        debug << ", " << result.details();
    debug << ", " << result.elapsed() << " ms)";
    return debug;
}
