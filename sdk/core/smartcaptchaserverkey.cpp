// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaserverkey.h"

#include "core/key/keyform.h"

#include <QtCore/qdebug.h>

using namespace SmartCaptcha::Internal::KeyForm;

SmartCaptchaServerKey::SmartCaptchaServerKey() = default;

SmartCaptchaServerKey::SmartCaptchaServerKey(const QString &key)
    : m_key(key.trimmed())
{
}

bool SmartCaptchaServerKey::isNull() const
{
    return m_key.isEmpty();
}

bool SmartCaptchaServerKey::hasKnownForm() const
{
    return m_key.startsWith(serverPrefix);
}

bool SmartCaptchaServerKey::belongsTo(const QString &siteKey) const
{
    if (!hasKnownForm() || !siteKey.startsWith(clientPrefix))
        return false;
    const QStringView mine = QStringView(m_key).mid(serverPrefix.size(), pairLength);
    const QStringView theirs = QStringView(siteKey).mid(clientPrefix.size(), pairLength);
    return mine.size() == pairLength && mine == theirs;
}

QString SmartCaptchaServerKey::secretValue() const
{
    return m_key;
}

QString SmartCaptchaServerKey::redacted() const
{
    if (isNull())
        return QStringLiteral("(none)");
    const QString rest(QChar(0x2026));
    return hasKnownForm() ? serverPrefix + rest : rest;
}

QDebug operator<<(QDebug debug, const SmartCaptchaServerKey &key)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "SmartCaptchaServerKey(" << key.redacted() << ')';
    return debug;
}
