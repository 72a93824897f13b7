// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaKeyStoreResult>

#include <functional>

namespace SmartCaptcha::Internal {

/**
 * A keychain as SmartCaptchaKeyStore needs it, without deadlines, ordering or reading back. KeychainBackend
 * is the system's.
 */
class KeyBackend {
public:
    /// Receives the result of an operation.
    using Done = std::function<void(const SmartCaptchaKeyStoreResult &result)>;

    /// Identifies an operation that is under way.
    using Id = quint64;

    KeyBackend() = default;
    virtual ~KeyBackend() = default;

    /// Begin an operation. @p done is called once from the event loop, or never if the keychain does not
    /// answer or the backend has been destroyed.
    virtual Id read(const QString &service, const QString &name, const Done &done) = 0;
    virtual Id write(const QString &service, const QString &name, const SmartCaptchaServerKey &key,
                     const Done &done) = 0;
    virtual Id remove(const QString &service, const QString &name, const Done &done) = 0;

    /// Nobody waits for this operation any more. Until the keychain has answered it, isBlocked() is true.
    virtual void abandon(Id id) = 0;

    /// True while an abandoned operation, of any store in this process, blocks all others.
    [[nodiscard]] virtual bool isBlocked() const = 0;

    /// Why the keychain may not be answering, in English; empty if nothing is known.
    [[nodiscard]] virtual QString causeOfSilence() const { return {}; }

private:
    Q_DISABLE_COPY_MOVE(KeyBackend)
};

} // namespace SmartCaptcha::Internal
