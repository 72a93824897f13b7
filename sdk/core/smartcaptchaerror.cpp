// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaerror.h"

#include <QtCore/qdebug.h>

class SmartCaptchaErrorPrivate : public QSharedData {
public:
    SmartCaptchaError::Code code = SmartCaptchaError::Code::NoError;
    QString details;
};

SmartCaptchaError::SmartCaptchaError()
    : d(new SmartCaptchaErrorPrivate)
{
}

SmartCaptchaError::SmartCaptchaError(Code code, const QString &details)
    : SmartCaptchaError()
{
    d->code = code;
    d->details = details;
}

SmartCaptchaError::SmartCaptchaError(const SmartCaptchaError &) = default;
SmartCaptchaError::SmartCaptchaError(SmartCaptchaError &&) noexcept = default;
SmartCaptchaError &SmartCaptchaError::operator=(const SmartCaptchaError &) = default;
SmartCaptchaError &SmartCaptchaError::operator=(SmartCaptchaError &&) noexcept = default;
SmartCaptchaError::~SmartCaptchaError() = default;

SmartCaptchaError::Code SmartCaptchaError::code() const
{
    return d->code;
}

QString SmartCaptchaError::details() const
{
    return d->details;
}

QString SmartCaptchaError::userMessage() const
{
    switch (d->code) {
    case Code::NoError:
        return {};
    case Code::InvalidOptions:
        return tr("The captcha is not set up correctly. Please contact the developers of this program.");
    case Code::WebEngineUnavailable:
        return tr(
            "A component that shows the captcha is missing or out of date. Updating or reinstalling this "
            "program may help.");
    case Code::LoadFailed:
        return tr("The captcha could not be loaded. Check your internet connection and try again.");
    case Code::LoadTimeout:
        return tr("The captcha is taking too long to load. Check your internet connection and try again.");
    case Code::NetworkError:
        return tr(
            "The connection to the captcha service was lost. Check your internet connection and try again.");
    case Code::JavascriptError:
        return tr("The captcha stopped because of an error. Please try again.");
    case Code::CertificateError:
        return tr("The connection to the captcha service is not secure, so the captcha was not loaded. Check "
                  "the date and time on this computer and the network it is connected to.");
    case Code::RenderProcessGone:
        return tr("The captcha stopped unexpectedly. Please try again.");
    case Code::ChallengeTimeout:
        return tr("Time is up. Please try again.");
    case Code::ProtocolError:
        return tr("The captcha returned an invalid response. Please try again.");
    }
    return {};
}

bool SmartCaptchaError::isRetryable() const
{
    switch (d->code) {
    case Code::NoError:
    case Code::InvalidOptions:
    case Code::WebEngineUnavailable:
        return false;
    case Code::LoadFailed:
    case Code::LoadTimeout:
    case Code::NetworkError:
    case Code::JavascriptError:
    case Code::CertificateError:
    case Code::RenderProcessGone:
    case Code::ChallengeTimeout:
    case Code::ProtocolError:
        return true;
    }
    return false;
}

bool operator==(const SmartCaptchaError &a, const SmartCaptchaError &b)
{
    return a.d->code == b.d->code && a.d->details == b.d->details;
}

QDebug operator<<(QDebug debug, const SmartCaptchaError &error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "SmartCaptchaError(" << error.code() << ", " << error.details() << ')';
    return debug;
}
