// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "verifiedtokens.h"

#include <QtCore/qcryptographichash.h>

namespace {

QByteArray digestOf(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

VerifiedTokens::VerifiedTokens(std::chrono::milliseconds lifetime, qsizetype capacity)
    : m_lifetime(lifetime)
    , m_capacity(capacity)
{
}

void VerifiedTokens::remember(const QString &token)
{
    forgetOld(m_capacity - 1);
    const QByteArray digest = digestOf(token);
    m_tokens.insert(digest, ++m_lastNumber);
    m_order.enqueue({digest, m_lastNumber, QDeadlineTimer(m_lifetime)});
}

bool VerifiedTokens::take(const QString &token)
{
    forgetOld(m_capacity);
    return m_tokens.remove(digestOf(token));
}

void VerifiedTokens::forgetOld(qsizetype kept)
{
    while (!m_order.isEmpty() && (m_order.size() > kept || m_order.head().end.hasExpired())) {
        const Entry oldest = m_order.dequeue();
        // A token that was taken, and remembered again, has a newer entry.
        const auto found = m_tokens.constFind(oldest.digest);
        if (found != m_tokens.cend() && *found == oldest.number)
            m_tokens.erase(found);
    }
}
