// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchatoken.h"

#include "core/clock/clock.h"

#include <QtCore/qdebug.h>

using namespace SmartCaptcha::Internal;

class SmartCaptchaTokenPrivate : public QSharedData {
public:
    QString value;
    QDateTime receivedAt;
    qint64 receivedTick = 0;
};

SmartCaptchaToken::SmartCaptchaToken()
    : d(new SmartCaptchaTokenPrivate)
{
}

SmartCaptchaToken::SmartCaptchaToken(const QString &value)
    : SmartCaptchaToken()
{
    if (value.isEmpty())
        return;
    d->value = value;
    d->receivedAt = QDateTime::currentDateTimeUtc();
    d->receivedTick = Clock::now();
}

SmartCaptchaToken::SmartCaptchaToken(const SmartCaptchaToken &) = default;
SmartCaptchaToken::SmartCaptchaToken(SmartCaptchaToken &&) noexcept = default;
SmartCaptchaToken &SmartCaptchaToken::operator=(const SmartCaptchaToken &) = default;
SmartCaptchaToken &SmartCaptchaToken::operator=(SmartCaptchaToken &&) noexcept = default;
SmartCaptchaToken::~SmartCaptchaToken() = default;

QString SmartCaptchaToken::value() const
{
    return d->value;
}

QDateTime SmartCaptchaToken::receivedAt() const
{
    return d->receivedAt;
}

qint64 SmartCaptchaToken::remaining() const
{
    if (isNull())
        return 0;
    return qBound(qint64(0), Lifetime - (Clock::now() - d->receivedTick), Lifetime);
}

bool SmartCaptchaToken::isExpired() const
{
    return remaining() == 0;
}

bool SmartCaptchaToken::isNull() const
{
    return d->value.isEmpty();
}

QString SmartCaptchaToken::redacted() const
{
    return isNull() ? QStringLiteral("(none)") : QStringLiteral("(%1 characters)").arg(d->value.size());
}

size_t qHash(const SmartCaptchaToken &token, size_t seed) noexcept
{
    return qHash(token.d->value, seed);
}

QDebug operator<<(QDebug debug, const SmartCaptchaToken &token)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "SmartCaptchaToken" << token.redacted();
    return debug;
}
