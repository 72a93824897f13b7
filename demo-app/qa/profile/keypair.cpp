// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keypair.h"

#include <QtCore/qregularexpression.h>

#include <algorithm>

namespace Qa {

namespace {

using State = KeyPair::State;

// The prefixes of the two keys, and how many characters after them a pair has in common (the service's
// documentation, "Keys").
constexpr QLatin1String clientPrefix("ysc1_");
constexpr QLatin1String serverPrefix("ysc2_");
constexpr qsizetype pairLength = 20;

bool isPlain(const QString &key)
{
    return std::all_of(key.cbegin(), key.cend(),
                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

bool isServerKey(const SmartCaptchaServerKey &key)
{
    return key.hasKnownForm() && isPlain(key.secretValue());
}

State stateOf(const QString &siteKey, const SmartCaptchaServerKey &serverKey)
{
    if (siteKey.isEmpty() && serverKey.isNull())
        return State::NoKeys;
    // Wrong keys are reported before missing ones, and a server key in the public field before everything
    // else.
    if (KeyPair::holdsServerKey(siteKey))
        return State::SiteKeyIsSecret;
    if (!siteKey.isEmpty() && (!siteKey.startsWith(clientPrefix) || !isPlain(siteKey)))
        return State::SiteKeyUnknown;
    if (serverKey.secretValue().startsWith(clientPrefix))
        return State::ServerKeyIsPublic;
    if (!serverKey.isNull() && !isServerKey(serverKey))
        return State::ServerKeyUnknown;
    if (siteKey.isEmpty())
        return State::NoSiteKey;
    if (serverKey.isNull())
        return State::NoServerKey;
    if (siteKey.size() < clientPrefix.size() + pairLength
        || serverKey.secretValue().size() < serverPrefix.size() + pairLength)
        return State::CutOff;
    return serverKey.belongsTo(siteKey) ? State::Together : State::Apart;
}

} // namespace

KeyPair::KeyPair(const QString &siteKey, const SmartCaptchaServerKey &serverKey)
    : m_state(stateOf(siteKey.trimmed(), serverKey))
    , m_hasServerKey(isServerKey(serverKey))
{
}

bool KeyPair::isFine() const
{
    switch (m_state) {
    case State::NoKeys:
    case State::NoSiteKey:
    case State::NoServerKey:
    case State::Together:
        return true;
    case State::SiteKeyIsSecret:
    case State::SiteKeyUnknown:
    case State::ServerKeyIsPublic:
    case State::ServerKeyUnknown:
    case State::CutOff:
    case State::Apart:
        break;
    }
    return false;
}

QString KeyPair::inWords() const
{
    switch (m_state) {
    case State::NoKeys:
        return tr("Both keys are missing. You can find them in the captcha\u2019s settings in the service "
                  "console.");
    case State::SiteKeyIsSecret:
        return tr("A server key (ysc2_) was entered instead of the site key. It is secret: enter it in its "
                  "own field, and the site key (ysc1_) here.");
    case State::SiteKeyUnknown:
        return tr("The site key must begin with ysc1_ and contain no spaces.");
    case State::ServerKeyIsPublic:
        return tr("A site key (ysc1_) was entered instead of the server key, which begins with ysc2_.");
    case State::ServerKeyUnknown:
        return tr("The server key must begin with ysc2_ and contain no spaces.");
    case State::NoSiteKey:
        return tr("The site key is missing.");
    case State::NoServerKey:
        return tr("The server key is missing: captchas can be shown, but their tokens cannot be verified.");
    case State::CutOff:
        return tr("One of the keys seems to be incomplete.");
    case State::Apart:
        return tr("The keys do not match: they belong to two different captchas.");
    case State::Together:
        return tr("The keys match.");
    }
    return {};
}

bool KeyPair::holdsServerKey(const QString &text)
{
    return text.contains(serverPrefix, Qt::CaseInsensitive);
}

QString KeyPair::withoutServerKeys(const QString &text)
{
    static const QRegularExpression key(QLatin1String("(%1)[!-~]+").arg(serverPrefix),
                                        QRegularExpression::CaseInsensitiveOption);
    return QString(text).replace(key, QStringLiteral("\\1\u2026"));
}

bool KeyPair::holdsKey(const QString &text)
{
    return holdsServerKey(text) || text.contains(clientPrefix, Qt::CaseInsensitive);
}

} // namespace Qa
