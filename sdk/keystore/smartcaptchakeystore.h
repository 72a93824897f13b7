// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchakeystore_export.h>

#include <SmartCaptcha/SmartCaptchaKeyStoreResult>

#include <QtCore/qfuture.h>
#include <QtCore/qobject.h>
#include <QtCore/qstring.h>

#include <chrono>
#include <memory>

class SmartCaptchaKeyStorePrivate;
class SmartCaptchaServerKey;

/**
 * Keeps server keys in the system's keychain: the Secret Service or KWallet on Linux, the Credential Manager
 * on Windows, the Keychain on macOS and iOS, the Keystore on Android (all by way of QtKeychain).
 *
 * There is no plain-text fallback. Where there is no keychain, the result says so, and the application keeps
 * the key in memory only.
 *
 * Every operation finishes exactly once, from the event loop, within timeout(). Keychains can be silent for
 * ever, for instance while nobody answers their question for a password; the operation then ends with
 * Timeout. Such an operation cannot be called back: a late write may still take effect. Until the keychain
 * has answered it, further operations of every store in the process end with Unavailable at once, because
 * they would only wait behind it.
 *
 * Operations of a store are carried out one after another, in the order of the calls.
 *
 * Use it in the main thread, which needs an event loop: the keychains of Linux talk through that of GLib,
 * which Qt uses there by default (not with `QT_NO_GLIB` set).
 */
class SMARTCAPTCHA_KEYSTORE_EXPORT SmartCaptchaKeyStore : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString service READ service WRITE setService NOTIFY serviceChanged FINAL)
    Q_PROPERTY(int timeout READ timeout WRITE setTimeout NOTIFY timeoutChanged FINAL)

public:
    explicit SmartCaptchaKeyStore(QObject *parent = nullptr);

    /// Operations that have not ended finish with Failed.
    ~SmartCaptchaKeyStore() override;

    [[nodiscard]] QString service() const;

    /// The group of entries in the keychain that the names belong to. `SmartCaptcha` by default, which the
    /// command `smartcaptcha` uses too; an application that wants its keys apart sets another one.
    void setService(const QString &service);

    [[nodiscard]] int timeout() const;
    [[nodiscard]] std::chrono::milliseconds timeoutAsDuration() const;

    /// Milliseconds that an operation may take, from the call. 10000 by default; from 1 to 600000, other
    /// values are moved into that range. A person may have to type a password meanwhile.
    void setTimeout(int milliseconds);
    void setTimeout(std::chrono::milliseconds timeout);

    /// Reads the key called @p name: Ok with the key, or another status without one. An empty name is Failed.
    [[nodiscard]] QFuture<SmartCaptchaKeyStoreResult> read(const QString &name);

    /**
     * Stores @p key as @p name, in place of one that is there already, and reads it back, because some
     * keychains report success for what they did not store. A null key or an empty name is Failed.
     */
    QFuture<SmartCaptchaKeyStoreResult> write(const QString &name, const SmartCaptchaServerKey &key);

    /// Removes the key called @p name; NotFound when there is none. An empty name is Failed.
    QFuture<SmartCaptchaKeyStoreResult> remove(const QString &name);

Q_SIGNALS:
    void serviceChanged(const QString &service);
    void timeoutChanged(int milliseconds);

protected:
    /// Takes @p data, which this library alone can make.
    SmartCaptchaKeyStore(std::unique_ptr<SmartCaptchaKeyStorePrivate> data, QObject *parent);

private:
    Q_DISABLE_COPY_MOVE(SmartCaptchaKeyStore)

    const std::unique_ptr<SmartCaptchaKeyStorePrivate> d;
};
