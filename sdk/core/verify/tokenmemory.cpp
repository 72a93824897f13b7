// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "tokenmemory.h"

#include "core/clock/clock.h"

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qcryptographichash.h>
#include <QtCore/qrandom.h>

#include <cstring>

namespace SmartCaptcha::Internal {

TokenMemory::TokenMemory()
{
    std::array<quint32, 4> salt;
    QRandomGenerator::system()->generate(salt.begin(), salt.end());
    m_salt = QByteArray(reinterpret_cast<const char *>(salt.data()), sizeof(salt));
}

bool TokenMemory::add(const SecretBytes &token)
{
    const qint64 now = Clock::now();
    forgetOld(now);
    const Digest digest = digestOf(token);
    if (!m_tokens.try_emplace(digest, now).second)
        return false;
    m_order.push_back({digest, now});
    return true;
}

void TokenMemory::remove(const SecretBytes &token)
{
    m_tokens.erase(digestOf(token));
}

void TokenMemory::clear()
{
    m_tokens.clear();
    m_order.clear();
}

TokenMemory::Digest TokenMemory::digestOf(const SecretBytes &token) const
{
    // As good as SHA-2 for this, and several times faster in Qt 6.4.
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(m_salt);
    hash.addData(token.bytes());
    // These take the token's place in the hash's block, and on the stack.
    static constexpr char zeros[256] = {};
    hash.addData(QByteArrayView(zeros, sizeof(zeros)));
    const QByteArrayView sum = hash.resultView();
    Digest digest;
    std::memcpy(digest.data(), sum.data(), sizeof(digest));
    return digest;
}

void TokenMemory::forgetOld(qint64 now)
{
    const qint64 oldest = now - SmartCaptchaToken::Lifetime;
    while (!m_order.empty()
           && (m_order.front().time <= oldest || m_order.size() >= static_cast<size_t>(capacity))) {
        const Entry entry = m_order.front();
        m_order.pop_front();
        // If it was removed and added again in between, it has a newer entry.
        const auto found = m_tokens.find(entry.digest);
        if (found != m_tokens.end() && found->second == entry.time)
            m_tokens.erase(found);
    }
}

} // namespace SmartCaptcha::Internal
