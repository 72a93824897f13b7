// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaKeyStoreResult>

#include <functional>

namespace SmartCaptcha::Internal {

/**
 * A keychain as SmartCaptchaKeyStore needs it, without deadlines, order or second looks. The system's is
 * KeychainBackend.
 */
class KeyBackend {
public:
    /// Receives what came of an operation.
    using Done = std::function<void(const SmartCaptchaKeyStoreResult &result)>;

    /// One operation under way.
    using Id = quint64;

    KeyBackend() = default;
    virtual ~KeyBackend() = default;

    /// Begin an operation. @p done is called once from the event loop, or never when the keychain stays
    /// silent, and not after the backend was destroyed.
    virtual Id read(const QString &service, const QString &name, const Done &done) = 0;
    virtual Id write(const QString &service, const QString &name, const SmartCaptchaServerKey &key,
                     const Done &done) = 0;
    virtual Id remove(const QString &service, const QString &name, const Done &done) = 0;

    /// Nobody waits for this operation any more. Until the keychain has answered it, isBlocked() is true.
    virtual void abandon(Id id) = 0;

    /// True while an abandoned operation, of whichever store in this process, stands before all others.
    [[nodiscard]] virtual bool isBlocked() const = 0;

    /// What may be the cause of the keychain's silence, in English; empty when nothing is known.
    [[nodiscard]] virtual QString causeOfSilence() const { return {}; }

private:
    Q_DISABLE_COPY_MOVE(KeyBackend)
};

} // namespace SmartCaptcha::Internal
