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
 * on Windows, the Keychain on macOS and iOS, the Keystore on Android (all through QtKeychain). On Linux
 * QtKeychain chooses by the desktop; from its version 0.15 on, whoever starts the program can choose with the
 * environment variable `QTKEYCHAIN_BACKEND` (`libsecret`, `gnome`, `kwallet4`, `kwallet5`, `kwallet6`).
 *
 * There is no plain-text fallback. If there is no keychain, the result says so, and the application should
 * keep the key in memory only.
 *
 * Every operation finishes exactly once, from the event loop, within timeout(). A keychain may never answer,
 * for instance while nobody enters the password that it asks for; the operation then ends with Timeout. Such
 * an operation cannot be withdrawn: a late write may still take effect. Until the keychain has answered it,
 * other operations of every store in the process end with Unavailable at once, because they would only wait
 * behind it.
 *
 * A store runs its operations one after another, in the order of the calls. Cancelling a future does not
 * withdraw its operation, and waiting for one in the main thread (QFuture::waitForFinished()) never ends.
 *
 * Use it in the main thread, which needs an event loop: on Linux, keychains need the event loop of GLib,
 * which Qt uses there by default (unless `QT_NO_GLIB` is set).
 */
class SMARTCAPTCHA_KEYSTORE_EXPORT SmartCaptchaKeyStore : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString service READ service WRITE setService NOTIFY serviceChanged FINAL)
    Q_PROPERTY(int timeout READ timeout WRITE setTimeout NOTIFY timeoutChanged FINAL)

public:
    /// Does not touch the keychain; the first operation does.
    explicit SmartCaptchaKeyStore(QObject *parent = nullptr);

    /// Operations that have not ended finish with Failed.
    ~SmartCaptchaKeyStore() override;

    /// The group of entries in the keychain that the names belong to. `SmartCaptcha` by default, which the
    /// command `smartcaptcha` uses too; an application that wants its keys kept apart sets another one.
    ///@{
    [[nodiscard]] QString service() const;
    void setService(const QString &service);
    ///@}

    /// How long an operation may take, in milliseconds from the call. 10000 by default; values outside 1 to
    /// 600000 are clamped to that range. A person may have to type a password in that time.
    ///@{
    [[nodiscard]] int timeout() const;
    [[nodiscard]] std::chrono::milliseconds timeoutAsDuration() const;
    void setTimeout(int milliseconds);
    void setTimeout(std::chrono::milliseconds timeout);
    ///@}

    /// Reads the key called @p name: Ok with the key, or another status without one. An empty name is Failed.
    [[nodiscard]] QFuture<SmartCaptchaKeyStoreResult> read(const QString &name);

    /**
     * Stores @p key as @p name, replacing one that is there already, and reads it back, because some
     * keychains report success without having stored anything. A null key or an empty name is Failed.
     */
    [[nodiscard]] QFuture<SmartCaptchaKeyStoreResult> write(const QString &name,
                                                            const SmartCaptchaServerKey &key);

    /// Removes the key called @p name; NotFound when there is none. An empty name is Failed.
    [[nodiscard]] QFuture<SmartCaptchaKeyStoreResult> remove(const QString &name);

Q_SIGNALS:
    /// Emitted when the value has changed, not when the same one is set again. Operations that were called
    /// before keep the old one.
    ///@{
    void serviceChanged(const QString &service);
    void timeoutChanged(int milliseconds);
    ///@}

protected:
    /// Takes @p data, which only this library can create.
    SmartCaptchaKeyStore(std::unique_ptr<SmartCaptchaKeyStorePrivate> data, QObject *parent);

private:
    Q_DISABLE_COPY_MOVE(SmartCaptchaKeyStore)

    const std::unique_ptr<SmartCaptchaKeyStorePrivate> d;
};
