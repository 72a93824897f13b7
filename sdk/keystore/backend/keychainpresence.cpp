// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keychainpresence.h"

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

#ifdef SMARTCAPTCHA_KEYCHAIN_ON_DBUS
#include <QtDBus/qdbusconnection.h>
#include <QtDBus/qdbusextratypes.h>
#include <QtDBus/qdbusmessage.h>
#include <QtDBus/qdbuspendingcall.h>
#include <QtDBus/qdbuspendingreply.h>
#endif

namespace SmartCaptcha::Internal {

#ifdef SMARTCAPTCHA_KEYCHAIN_ON_DBUS

bool keychainMayBePresent()
{
    return QDBusConnection::sessionBus().isConnected();
}

void findKeychainState(QObject *context, const std::function<void(KeychainState state)> &done)
{
    const auto ask = [context](const QDBusMessage &question) {
        return new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), context);
    };
    const QDBusMessage names = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("ListNames"));
    auto *listing = ask(names);
    QObject::connect(listing, &QDBusPendingCallWatcher::finished, context, [listing, context, ask, done] {
        const QDBusPendingReply<QStringList> reply = *listing;
        listing->deleteLater();
        const QStringList running = reply.isError() ? QStringList() : reply.value();
        const QString secretService = QStringLiteral("org.freedesktop.secrets");
        if (!running.contains(secretService)) {
            const bool wallet = running.contains(QStringLiteral("org.kde.kwalletd6"))
                || running.contains(QStringLiteral("org.kde.kwalletd5"));
            done(wallet ? KeychainState::Unknown : KeychainState::Absent);
            return;
        }
        QDBusMessage question = QDBusMessage::createMethodCall(
            secretService, QStringLiteral("/org/freedesktop/secrets/aliases/default"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
        auto *asking = ask(question);
        QObject::connect(asking, &QDBusPendingCallWatcher::finished, context, [asking, done] {
            const QDBusPendingReply<QDBusVariant> locked = *asking;
            asking->deleteLater();
            const bool isLocked = !locked.isError() && locked.value().variant().toBool();
            done(isLocked ? KeychainState::Locked : KeychainState::Unknown);
        });
    });
}

#else

bool keychainMayBePresent()
{
    return true;
}

void findKeychainState(QObject *context, const std::function<void(KeychainState state)> &done)
{
    QTimer::singleShot(0, context, [done] { done(KeychainState::Unknown); });
}

#endif

} // namespace SmartCaptcha::Internal
