// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaglobal.h"

#include <SmartCaptcha/smartcaptcha.h>

namespace SmartCaptcha::Internal {

SmartCaptchaGlobal::SmartCaptchaGlobal(QObject *parent)
    : QObject(parent)
{
}

QString SmartCaptchaGlobal::version() const
{
    return SmartCaptcha::version().toString();
}

SmartCaptchaService SmartCaptchaGlobal::service(const QUrl &baseUrl) const
{
    return SmartCaptchaService(baseUrl);
}

SmartCaptchaService SmartCaptchaGlobal::currentService() const
{
    return SmartCaptchaService::current();
}

SmartCaptchaPolicy SmartCaptchaGlobal::serviceAdvicePolicy() const
{
    return SmartCaptchaPolicy::serviceAdvice();
}

SmartCaptchaPolicy SmartCaptchaGlobal::strictPolicy() const
{
    return SmartCaptchaPolicy::strict();
}

} // namespace SmartCaptcha::Internal
