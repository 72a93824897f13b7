// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qstring.h>

#include <deque>

namespace SmartCaptcha::Internal {

class EmulatorClock;

/// For whom a token is issued.
struct TokenSubject {
    QString siteKey;
    QString host; ///< Of the page, with its port unless that is the scheme's own.
    QString ip;
    QJsonObject metadata;
};

/// What a token is worth.
struct TokenCheck {
    bool good = false;
    TokenSubject subject; ///< Empty if the token is not known at all.
};

/// The tokens that have been issued: each is good once, for its site key, during its lifetime. Those that
/// expired long ago are forgotten.
class TokenStore {
public:
    /// The service's documentation: "valid for five minutes".
    static constexpr qint64 Lifetime = 5 * 60 * 1000;

    /// How long an expired token is still known. The service's documentation counts tokens of ten minutes.
    static constexpr qint64 KnownAfterwards = 10 * 60 * 1000;

    explicit TokenStore(const EmulatorClock &clock);

    /// A new token that lives for @p lifetime milliseconds.
    [[nodiscard]] QString issue(const TokenSubject &subject, qint64 lifetime = Lifetime);

    /// Checks a token for the pair of keys of @p siteKey, and uses it up if it is good.
    [[nodiscard]] TokenCheck redeem(const QString &token, const QString &siteKey);

private:
    struct Entry {
        TokenSubject subject;
        qint64 expiresAt = 0;
        bool used = false;
    };

    void forgetOld();

    const EmulatorClock &m_clock;
    QHash<QString, Entry> m_entries;
    std::deque<QString> m_order; ///< The keys of m_entries, the oldest first.
};

} // namespace SmartCaptcha::Internal
