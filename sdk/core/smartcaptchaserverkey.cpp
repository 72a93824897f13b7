// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaserverkey.h"

#include "foundation/keyform.h"
#include "foundation/secretbytes.h"

#include <QtCore/qdebug.h>

using namespace SmartCaptcha::Internal::KeyForm;

class SmartCaptchaServerKeyPrivate : public QSharedData {
public:
    SmartCaptchaServerKeyPrivate() = default;
    SmartCaptchaServerKeyPrivate(const SmartCaptchaServerKeyPrivate &) = default;
    SmartCaptchaServerKeyPrivate &operator=(const SmartCaptchaServerKeyPrivate &) = delete;
    ~SmartCaptchaServerKeyPrivate() { SmartCaptcha::Internal::wipe(value); }

    QString value;
};

SmartCaptchaServerKey::SmartCaptchaServerKey()
    : d(new SmartCaptchaServerKeyPrivate)
{
}

SmartCaptchaServerKey::SmartCaptchaServerKey(const QString &key)
    : SmartCaptchaServerKey()
{
    // Not shared with the caller's string, so that it can be overwritten in the end.
    d->value = QStringView(key).trimmed().toString();
}

SmartCaptchaServerKey::SmartCaptchaServerKey(const SmartCaptchaServerKey &) = default;
SmartCaptchaServerKey::SmartCaptchaServerKey(SmartCaptchaServerKey &&) noexcept = default;
SmartCaptchaServerKey &SmartCaptchaServerKey::operator=(const SmartCaptchaServerKey &) = default;
SmartCaptchaServerKey &SmartCaptchaServerKey::operator=(SmartCaptchaServerKey &&) noexcept = default;
SmartCaptchaServerKey::~SmartCaptchaServerKey() = default;

bool SmartCaptchaServerKey::isNull() const
{
    return d->value.isEmpty();
}

bool SmartCaptchaServerKey::hasKnownForm() const
{
    return d->value.startsWith(serverPrefix);
}

QString SmartCaptchaServerKey::problem() const
{
    if (d->value.startsWith(clientPrefix))
        return QStringLiteral("this is a client key (ysc1_); the service needs the server key (ysc2_)");
    if (!isPossible(d->value))
        return QStringLiteral(
            "the server key contains white space, quotes or other characters that no key has, "
            "perhaps from a settings file that was read the wrong way, or is the placeholder of an example");
    return {};
}

bool SmartCaptchaServerKey::belongsTo(const QString &siteKey) const
{
    if (!hasKnownForm() || !siteKey.startsWith(clientPrefix))
        return false;
    const QStringView mine = QStringView(d->value).mid(serverPrefix.size(), pairLength);
    const QStringView theirs = QStringView(siteKey).mid(clientPrefix.size(), pairLength);
    return mine.size() == pairLength && mine == theirs;
}

QString SmartCaptchaServerKey::secretValue() const
{
    return d->value;
}

QString SmartCaptchaServerKey::redacted() const
{
    return isNull() ? QStringLiteral("(none)") : masked(d->value);
}

size_t qHash(const SmartCaptchaServerKey &key, size_t seed) noexcept
{
    return qHash(key.d->value, seed);
}

QDebug operator<<(QDebug debug, const SmartCaptchaServerKey &key)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "SmartCaptchaServerKey(" << key.redacted() << ')';
    return debug;
}
