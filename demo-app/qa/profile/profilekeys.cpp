// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profilekeys.h"

#include "profilestore.h"

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
#include <SmartCaptcha/SmartCaptchaKeyStore>

#include <QtCore/qfuturewatcher.h>
#endif

namespace Qa {

#ifdef SMARTCAPTCHA_WITH_KEYSTORE

namespace {

using Result = SmartCaptchaKeyStoreResult;

// In milliseconds; the user may have to type a password meanwhile.
constexpr int patience = 60000;

SmartCaptchaKeyStore *makeKeychain(QObject *parent)
{
    auto *keychain = new SmartCaptchaKeyStore(parent);
    // Kept apart from the keys of the command, whose names users choose.
    keychain->setService(QStringLiteral("SmartCaptcha demo"));
    keychain->setTimeout(patience);
    return keychain;
}

void whenEnded(const QFuture<Result> &operation, QObject *receiver,
               const std::function<void(const Result &)> &then)
{
    auto *watcher = new QFutureWatcher<Result>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then] {
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(operation);
}

} // namespace

ProfileKeys::ProfileKeys(QObject *parent)
    : ProfileKeys(nullptr, parent)
{
    m_keychain = makeKeychain(this);
}

void ProfileKeys::load(const QString &id)
{
    Entry &entry = m_entries[id];
    if (!m_keychain || entry.asked || id == Profile::emulatorId())
        return;
    entry.asked = true;
    ++entry.pending;
    whenEnded(m_keychain->read(id), this, [this, id, change = entry.changes](const Result &result) {
        Entry &answered = m_entries[id];
        --answered.pending;
        if (answered.changes == change) {
            answered.key = result.key();
            answered.kept = result.isOk();
            const bool none = result.status() == Result::Status::NotFound;
            answered.why = nullptr;
            if (!result.isOk() && !none) {
                answered.why = [result] { return result.userMessage(); };
                // Asking again later may succeed.
                answered.asked = false;
            }
        }
        const QString why = whyNotKept(id);
        Q_EMIT keyChanged(id);
        if (!why.isEmpty())
            Q_EMIT problem(id, why);
    });
}

void ProfileKeys::write(const QString &id)
{
    Entry &entry = m_entries[id];
    if (!m_keychain)
        return;
    ++entry.pending;
    whenEnded(m_keychain->write(id, entry.key), this,
              [this, id, change = entry.changes](const Result &result) {
                  Entry &answered = m_entries[id];
                  --answered.pending;
                  if (answered.changes == change) {
                      answered.kept = result.isOk();
                      answered.why = nullptr;
                      if (!result.isOk())
                          answered.why = [result] { return result.userMessage(); };
                  }
                  const QString why = whyNotKept(id);
                  Q_EMIT keyChanged(id);
                  if (!why.isEmpty())
                      Q_EMIT problem(id, tr("The server key was not saved. %1").arg(why));
              });
}

void ProfileKeys::erase(const QString &id, bool wasKept)
{
    Entry &entry = m_entries[id];
    if (!m_keychain)
        return;
    ++entry.pending;
    whenEnded(m_keychain->remove(id), this, [this, id, wasKept](const Result &result) {
        --m_entries[id].pending;
        Q_EMIT keyChanged(id);
        // A keychain that is unavailable has nothing to remove if the key was never stored in it.
        const bool gone = result.isOk() || result.status() == Result::Status::NotFound
            || (result.status() == Result::Status::Unavailable && !wasKept);
        if (!gone)
            Q_EMIT problem(
                id,
                tr("The server key could not be removed from the keychain. %1").arg(result.userMessage()));
    });
}

#else

ProfileKeys::ProfileKeys(QObject *parent)
    : ProfileKeys(nullptr, parent)
{
}

void ProfileKeys::load(const QString &)
{
}

void ProfileKeys::write(const QString &)
{
}

void ProfileKeys::erase(const QString &, bool)
{
}

#endif

ProfileKeys::ProfileKeys(SmartCaptchaKeyStore *keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
{
}

ProfileKeys::~ProfileKeys() = default;

void ProfileKeys::follow(ProfileStore *store)
{
    m_store = store;
    connect(store, &ProfileStore::removed, this, &ProfileKeys::remove);
    connect(store, &ProfileStore::changed, this, &ProfileKeys::loadAll);
    loadAll();
}

void ProfileKeys::loadAll()
{
    const QList<Profile> profiles = m_store->profiles();
    for (const Profile &profile : profiles)
        load(profile.id);
}

bool ProfileKeys::canAskAgain(const QString &id) const
{
    return m_entries.value(id).why && !isBusy(id);
}

void ProfileKeys::askAgain(const QString &id)
{
    if (!canAskAgain(id))
        return;
    if (key(id).isNull())
        load(id);
    else
        write(id);
    Q_EMIT keyChanged(id);
}

SmartCaptchaServerKey ProfileKeys::key(const QString &id) const
{
    return m_entries.value(id).key;
}

Profile ProfileKeys::withKey(const Profile &profile) const
{
    Profile whole = profile;
    whole.serverKey = key(profile.id);
    return whole;
}

void ProfileKeys::setKey(const QString &id, const SmartCaptchaServerKey &key)
{
    if (key.isNull()) {
        remove(id);
        return;
    }
    Entry &entry = m_entries[id];
    ++entry.changes;
    entry.key = key;
    entry.kept = false;
    entry.asked = true;
    write(id);
    Q_EMIT keyChanged(id);
}

void ProfileKeys::remove(const QString &id)
{
    Entry &entry = m_entries[id];
    const bool wasKept = entry.kept;
    ++entry.changes;
    entry.key = {};
    entry.kept = false;
    entry.asked = true;
    entry.why = nullptr;
    erase(id, wasKept);
    Q_EMIT keyChanged(id);
}

bool ProfileKeys::isKept(const QString &id) const
{
    return m_entries.value(id).kept;
}

bool ProfileKeys::isBusy(const QString &id) const
{
    return m_entries.value(id).pending > 0;
}

QString ProfileKeys::whyNotKept(const QString &id) const
{
    if (!m_keychain)
        return tr("This program was built without keychain support.");
    const Entry entry = m_entries.value(id);
    return entry.why ? entry.why() : QString();
}

} // namespace Qa
