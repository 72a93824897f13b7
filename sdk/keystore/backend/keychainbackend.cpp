// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keychainbackend.h"

#include "keychainpresence.h"

#include <QtCore/qabstracteventdispatcher.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>

#include <qt6keychain/keychain.h>

namespace SmartCaptcha::Internal {

namespace {

using Status = SmartCaptchaKeyStoreResult::Status;

// Shared by the whole process, like the queue of QtKeychain.
struct Jobs {
    KeyBackend::Id last = 0;
    QSet<KeyBackend::Id> unfinished;
    QSet<KeyBackend::Id> abandoned;
};

Jobs &jobs()
{
    static Jobs jobs;
    return jobs;
}

SmartCaptchaKeyStoreResult resultOf(QKeychain::Job *job)
{
    // The messages of QtKeychain and its backends name objects and causes, never the secret.
    const QString details = job->errorString();
    switch (job->error()) {
    case QKeychain::NoError:
        if (const auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            return SmartCaptchaKeyStoreResult(SmartCaptchaServerKey(reader->textData()));
        return SmartCaptchaKeyStoreResult(Status::Ok);
    case QKeychain::EntryNotFound:
        return SmartCaptchaKeyStoreResult(Status::NotFound, details);
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SmartCaptchaKeyStoreResult(Status::Denied, details);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SmartCaptchaKeyStoreResult(Status::Unavailable, details);
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return SmartCaptchaKeyStoreResult(Status::Failed, details);
}

// QtKeychain cannot tell a missing keychain from any other failure, nor a locked one from an empty one.
SmartCaptchaKeyStoreResult refined(const SmartCaptchaKeyStoreResult &result, KeychainState state)
{
    switch (state) {
    case KeychainState::Absent:
        return SmartCaptchaKeyStoreResult(Status::Unavailable, result.details());
    case KeychainState::Locked:
        return SmartCaptchaKeyStoreResult(
            Status::Denied, QStringLiteral("the keychain is locked (%1)").arg(result.details()));
    case KeychainState::Unknown:
        break;
    }
    return result;
}

KeyBackend::Id start(QKeychain::Job *job, const QString &name, QObject *context, const KeyBackend::Done &done)
{
    const KeyBackend::Id id = ++jobs().last;
    // Not QKeychain::isAvailable(): it waits for D-Bus, and says only whether there is a library to ask a
    // keychain with.
    if (!keychainMayBePresent()) {
        delete job;
        QTimer::singleShot(0, context, [done] {
            done(SmartCaptchaKeyStoreResult(Status::Unavailable,
                                            QStringLiteral("there is no D-Bus session to reach a keychain")));
        });
        return id;
    }

    jobs().unfinished.insert(id);
    job->setKey(name);
    job->setAutoDelete(true);
    // The fallback would be plain text in a settings file.
    job->setInsecureFallback(false);
    // Whether or not anybody is still waiting, the job has ended and the next one can begin.
    QObject::connect(job, &QKeychain::Job::finished, job, [id] {
        jobs().unfinished.remove(id);
        jobs().abandoned.remove(id);
    });
    QObject::connect(job, &QKeychain::Job::finished, context, [done, context](QKeychain::Job *ended) {
        const SmartCaptchaKeyStoreResult result = resultOf(ended);
        if (result.status() == Status::Failed || result.status() == Status::NotFound)
            findKeychainState(context, [done, result](KeychainState state) { done(refined(result, state)); });
        else
            done(result);
    });
    job->start();
    return id;
}

} // namespace

KeychainBackend::KeychainBackend()
    : m_context(std::make_unique<QObject>())
{
}

KeychainBackend::~KeychainBackend() = default;

KeyBackend::Id KeychainBackend::read(const QString &service, const QString &name, const Done &done)
{
    return start(new QKeychain::ReadPasswordJob(service), name, m_context.get(), done);
}

KeyBackend::Id KeychainBackend::write(const QString &service, const QString &name,
                                      const SmartCaptchaServerKey &key, const Done &done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(key.secretValue());
    return start(job, name, m_context.get(), done);
}

KeyBackend::Id KeychainBackend::remove(const QString &service, const QString &name, const Done &done)
{
    return start(new QKeychain::DeletePasswordJob(service), name, m_context.get(), done);
}

void KeychainBackend::abandon(Id id)
{
    if (jobs().unfinished.contains(id))
        jobs().abandoned.insert(id);
}

bool KeychainBackend::isBlocked() const
{
    return !jobs().abandoned.isEmpty();
}

QString KeychainBackend::causeOfSilence() const
{
#ifdef SMARTCAPTCHA_KEYCHAIN_ON_DBUS
    const QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    if (dispatcher && !QByteArray(dispatcher->metaObject()->className()).contains("Glib"))
        return QStringLiteral("this program runs without the event loop of GLib, which libsecret needs "
                              "(QT_NO_GLIB is set, or Qt was built without GLib)");
#endif
    return QStringLiteral("it may be waiting for somebody to unlock it");
}

} // namespace SmartCaptcha::Internal
