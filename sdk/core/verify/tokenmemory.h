// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "foundation/secretbytes.h"

#include <QtCore/qbytearray.h>

#include <array>
#include <deque>
#include <unordered_map>

namespace SmartCaptcha::Internal {

/**
 * Remembers which tokens have been asked about, for as long as a token can be good.
 *
 * Keeps salted hashes, so that a memory dump contains no tokens, and at most @c capacity of them. The oldest
 * are dropped first; the service, which is the authority, then answers for them.
 */
class TokenMemory {
public:
    /// Enough for two hundred tokens a second; about five megabytes when full.
    static constexpr qsizetype capacity = 64 * 1024;

    TokenMemory();

    /// Remembers @p token. False if it was remembered already.
    [[nodiscard]] bool add(const SecretBytes &token);

    /// Forgets @p token, because it turned out not to have been sent.
    void remove(const SecretBytes &token);

    void clear();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_tokens.size()); }

private:
    using Digest = std::array<quint64, 2>;
    struct DigestHash {
        size_t operator()(const Digest &digest) const { return static_cast<size_t>(digest[0]); }
    };
    struct Entry {
        Digest digest;
        qint64 time;
    };

    [[nodiscard]] Digest digestOf(const SecretBytes &token) const;
    void forgetOld(qint64 now);

    QByteArray m_salt;
    std::unordered_map<Digest, qint64, DigestHash> m_tokens;
    std::deque<Entry> m_order;
};

} // namespace SmartCaptcha::Internal
