// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchatokenresult.h"

#include <QtCore/qdebug.h>

class SmartCaptchaTokenResultPrivate : public QSharedData {
public:
    SmartCaptchaTokenResult::Status status = SmartCaptchaTokenResult::Status::Cancelled;
    SmartCaptchaToken token;
    SmartCaptchaError error;
};

SmartCaptchaTokenResult::SmartCaptchaTokenResult()
    : d(new SmartCaptchaTokenResultPrivate)
{
}

SmartCaptchaTokenResult::SmartCaptchaTokenResult(const SmartCaptchaToken &token)
    : SmartCaptchaTokenResult(token.isNull() ? SmartCaptchaError(SmartCaptchaError::Code::ProtocolError,
                                                                 QStringLiteral("The token is null"))
                                             : SmartCaptchaError())
{
    if (token.isNull())
        return;
    d->status = Status::Ok;
    d->token = token;
}

SmartCaptchaTokenResult::SmartCaptchaTokenResult(const SmartCaptchaError &error)
    : SmartCaptchaTokenResult()
{
    if (error.code() == SmartCaptchaError::Code::NoError)
        return;
    d->status = Status::Failed;
    d->error = error;
}

SmartCaptchaTokenResult::SmartCaptchaTokenResult(const SmartCaptchaTokenResult &) = default;
SmartCaptchaTokenResult::SmartCaptchaTokenResult(SmartCaptchaTokenResult &&) noexcept = default;
SmartCaptchaTokenResult &SmartCaptchaTokenResult::operator=(const SmartCaptchaTokenResult &) = default;
SmartCaptchaTokenResult &SmartCaptchaTokenResult::operator=(SmartCaptchaTokenResult &&) noexcept = default;
SmartCaptchaTokenResult::~SmartCaptchaTokenResult() = default;

SmartCaptchaTokenResult::Status SmartCaptchaTokenResult::status() const
{
    return d->status;
}

bool SmartCaptchaTokenResult::isOk() const
{
    return d->status == Status::Ok;
}

SmartCaptchaToken SmartCaptchaTokenResult::token() const
{
    return d->token;
}

SmartCaptchaError SmartCaptchaTokenResult::error() const
{
    return d->error;
}

bool operator==(const SmartCaptchaTokenResult &a, const SmartCaptchaTokenResult &b)
{
    return a.d->status == b.d->status && a.d->token == b.d->token && a.d->error == b.d->error;
}

QDebug operator<<(QDebug debug, const SmartCaptchaTokenResult &result)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "SmartCaptchaTokenResult(" << result.status();
    if (result.status() == SmartCaptchaTokenResult::Status::Failed)
        debug << ", " << result.error();
    debug << ')';
    return debug;
}
