// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "tokenstore.h"

#include "emulatorclock.h"
#include "foundation/randomtext.h"

namespace SmartCaptcha::Internal {

namespace {

QByteArray randomHex(qsizetype length)
{
    return randomText(length, "0123456789abcdef");
}

// The form of the token in the service's documentation, and the length of those seen in 2026. In Base64,
// letters and digits never give "+" or "/"; the last field makes every token contain both, and "=", to catch
// clients that forget to encode them.
QString tokenText(const QString &ip, qint64 milliseconds)
{
    constexpr qsizetype wanted = 295;
    const QByteArray head = "t=" + QByteArray::number(milliseconds / 1000) + ";i=" + ip.toLatin1() + ";D=";
    const QByteArray tail =
        ";u=" + QByteArray::number(milliseconds * 1000) + ";h=" + randomHex(32) + ";v=>>>???";
    const qsizetype rest = wanted - head.size() - tail.size();
    return QString::fromLatin1((head + randomHex(qMax<qsizetype>(rest, 0)) + tail).toBase64());
}

} // namespace

TokenStore::TokenStore(const EmulatorClock &clock)
    : m_clock(clock)
{
}

QString TokenStore::issue(const TokenSubject &subject, qint64 lifetime)
{
    forgetOld();
    const qint64 now = m_clock.now();
    QString token = tokenText(subject.ip, now);
    m_entries.insert(token, Entry{subject, now + lifetime, false});
    m_order.push_back(token);
    return token;
}

TokenCheck TokenStore::redeem(const QString &token, const QString &siteKey)
{
    forgetOld();
    const auto entry = m_entries.find(token);
    if (entry == m_entries.end())
        return {};
    TokenCheck check;
    check.subject = entry->subject;
    if (entry->subject.siteKey != siteKey)
        return check;
    check.good = !entry->used && m_clock.now() < entry->expiresAt;
    entry->used = true;
    return check;
}

void TokenStore::forgetOld()
{
    const qint64 now = m_clock.now();
    while (!m_order.empty()) {
        const auto oldest = m_entries.constFind(m_order.front());
        if (now < oldest->expiresAt + KnownAfterwards)
            break;
        m_entries.erase(oldest);
        m_order.pop_front();
    }
}

} // namespace SmartCaptcha::Internal
