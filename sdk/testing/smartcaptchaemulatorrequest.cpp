// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaemulatorrequest.h"

#include "loopback/httpmessage.h"
#include "smartcaptchaemulatorrequestprivate.h"

#include <QtCore/qdebug.h>
#include <QtCore/qstringlist.h>

SmartCaptchaEmulatorRequest::SmartCaptchaEmulatorRequest()
    : d(new SmartCaptchaEmulatorRequestPrivate)
{
}

SmartCaptchaEmulatorRequest::SmartCaptchaEmulatorRequest(SmartCaptchaEmulatorRequestPrivate *data)
    : d(data)
{
}

SmartCaptchaEmulatorRequest::SmartCaptchaEmulatorRequest(const SmartCaptchaEmulatorRequest &) = default;
SmartCaptchaEmulatorRequest::SmartCaptchaEmulatorRequest(SmartCaptchaEmulatorRequest &&) noexcept = default;
SmartCaptchaEmulatorRequest &
SmartCaptchaEmulatorRequest::operator=(const SmartCaptchaEmulatorRequest &) = default;
SmartCaptchaEmulatorRequest &
SmartCaptchaEmulatorRequest::operator=(SmartCaptchaEmulatorRequest &&) noexcept = default;
SmartCaptchaEmulatorRequest::~SmartCaptchaEmulatorRequest() = default;

QString SmartCaptchaEmulatorRequest::method() const
{
    return d->method;
}

QString SmartCaptchaEmulatorRequest::path() const
{
    return d->path;
}

SmartCaptchaEmulatorRequest::Fields SmartCaptchaEmulatorRequest::query() const
{
    return d->query;
}

SmartCaptchaEmulatorRequest::Fields SmartCaptchaEmulatorRequest::form() const
{
    return d->form;
}

QString SmartCaptchaEmulatorRequest::value(const QString &name) const
{
    for (const Fields &fields : {d->form, d->query}) {
        for (const auto &[key, value] : fields) {
            if (key == name)
                return value;
        }
    }
    return {};
}

QByteArray SmartCaptchaEmulatorRequest::body() const
{
    return d->body;
}

QByteArray SmartCaptchaEmulatorRequest::header(const QByteArray &name) const
{
    return SmartCaptcha::Internal::headerValue(d->headers, name);
}

QList<QPair<QByteArray, QByteArray>> SmartCaptchaEmulatorRequest::headers() const
{
    return d->headers;
}

int SmartCaptchaEmulatorRequest::status() const
{
    return d->status;
}

QDateTime SmartCaptchaEmulatorRequest::receivedAt() const
{
    return d->receivedAt;
}

QDebug operator<<(QDebug debug, const SmartCaptchaEmulatorRequest &request)
{
    const QDebugStateSaver saver(debug);
    QStringList names;
    for (const auto &fields : {request.query(), request.form()}) {
        for (const auto &[name, value] : fields)
            names.append(name);
    }
    debug.nospace().noquote() << "SmartCaptchaEmulatorRequest(" << request.method() << ' ' << request.path()
                              << " [" << names.join(QLatin1String(", ")) << "] -> " << request.status()
                              << ')';
    return debug;
}
