// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "keystore/smartcaptchakeystoreprivate.h"

#include <QtCore/qmap.h>
#include <QtCore/qobject.h>
#include <QtCore/qset.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

#include <functional>
#include <memory>
#include <utility>

/// Lets a test observe and control a MemoryKeyBackend; outlives the backend.
struct MemoryKeychain {
    QMap<QString, SmartCaptchaServerKey> entries;
    /// The operations in the order in which they started, such as "read SmartCaptcha/shop".
    QStringList begun;
    /// While set, nothing is answered; answerAll() answers pending operations.
    bool silent = false;
    /// Reports success for a write and keeps the old value.
    bool forgetful = false;
    /// Returned instead of the real answer, unless it is Ok.
    SmartCaptchaKeyStoreResult refusal = SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult::Status::Ok);
    QSet<quint64> abandoned;
    QList<std::pair<quint64, std::function<void()>>> unanswered;

    void answerAll()
    {
        const auto answers = std::exchange(unanswered, {});
        for (const auto &[id, answer] : answers) {
            abandoned.remove(id);
            answer();
        }
    }
};

/// A keychain in memory that can stay silent, lose keys or refuse access.
class MemoryKeyBackend : public SmartCaptcha::Internal::KeyBackend {
public:
    explicit MemoryKeyBackend(std::shared_ptr<MemoryKeychain> keychain)
        : m_keychain(std::move(keychain))
    {
    }

    Id read(const QString &service, const QString &name, const Done &done) override
    {
        const QString path = service + QLatin1Char('/') + name;
        return begin(QStringLiteral("read ") + path, done, [this, path] {
            const auto entry = m_keychain->entries.constFind(path);
            return entry == m_keychain->entries.cend() ? notFound() : SmartCaptchaKeyStoreResult(*entry);
        });
    }

    Id write(const QString &service, const QString &name, const SmartCaptchaServerKey &key,
             const Done &done) override
    {
        const QString path = service + QLatin1Char('/') + name;
        return begin(QStringLiteral("write ") + path, done, [this, path, key] {
            if (!m_keychain->forgetful)
                m_keychain->entries.insert(path, key);
            return SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult::Status::Ok);
        });
    }

    Id remove(const QString &service, const QString &name, const Done &done) override
    {
        const QString path = service + QLatin1Char('/') + name;
        return begin(QStringLiteral("remove ") + path, done, [this, path] {
            return m_keychain->entries.remove(path) > 0
                ? SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult::Status::Ok)
                : notFound();
        });
    }

    void abandon(Id id) override { m_keychain->abandoned.insert(id); }

    [[nodiscard]] bool isBlocked() const override { return !m_keychain->abandoned.isEmpty(); }

    [[nodiscard]] QString causeOfSilence() const override
    {
        return QStringLiteral("it was told to be silent");
    }

private:
    static SmartCaptchaKeyStoreResult notFound()
    {
        return SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult::Status::NotFound,
                                          QStringLiteral("no such entry"));
    }

    Id begin(const QString &what, const Done &done,
             const std::function<SmartCaptchaKeyStoreResult()> &operation)
    {
        m_keychain->begun << what;
        const Id id = ++m_last;
        const auto answer = [this, done, operation] {
            done(m_keychain->refusal.isOk() ? operation() : m_keychain->refusal);
        };
        if (m_keychain->silent)
            m_keychain->unanswered.append({id, answer});
        else
            QTimer::singleShot(0, &m_context, answer);
        return id;
    }

    const std::shared_ptr<MemoryKeychain> m_keychain;
    Id m_last = 0;
    QObject m_context;
};
