// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchareply.h"

#include "core/verify/smartcaptchareplyprivate.h"
#include "core/verify/smartcaptchaverifierprivate.h"

SmartCaptchaReply::SmartCaptchaReply(SmartCaptchaVerifier *verifier, quint64 id)
    : QObject(verifier)
    , d(new SmartCaptchaReplyPrivate)
{
    d->verifier = verifier;
    d->id = id;
}

SmartCaptchaReply::~SmartCaptchaReply()
{
    abort();
}

bool SmartCaptchaReply::isFinished() const
{
    return d->finished;
}

SmartCaptchaResult SmartCaptchaReply::result() const
{
    return d->result;
}

void SmartCaptchaReply::abort()
{
    if (!d->finished && d->verifier)
        d->verifier->d->abort(d->id);
}
