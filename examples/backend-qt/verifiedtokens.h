// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qhash.h>
#include <QtCore/qqueue.h>
#include <QtCore/qstring.h>

#include <chrono>

/**
 * The tokens that the service has confirmed, as SHA-256, each for one use.
 *
 * The service confirms a token once, so a backend that has asked must remember the answer if it needs it
 * later.
 */
class VerifiedTokens {
public:
    /// Tokens are kept for @p lifetime; of more than @p capacity, the oldest are forgotten.
    explicit VerifiedTokens(std::chrono::milliseconds lifetime = std::chrono::minutes(5),
                            qsizetype capacity = 65536);

    void remember(const QString &token);

    /// True if the token is remembered. It is not after that.
    [[nodiscard]] bool take(const QString &token);

private:
    struct Entry {
        QByteArray digest;
        quint64 number;
        QDeadlineTimer end;
    };

    void forgetOld(qsizetype kept);

    const std::chrono::milliseconds m_lifetime;
    const qsizetype m_capacity;
    quint64 m_lastNumber = 0;
    /// From the hash to the number of its latest entry.
    QHash<QByteArray, quint64> m_tokens;
    /// The oldest first.
    QQueue<Entry> m_order;
};
