// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "keybackend.h"

#include <QtCore/qobject.h>

#include <memory>

namespace SmartCaptcha::Internal {

/**
 * The system's keychain, through QtKeychain.
 *
 * QtKeychain runs one job at a time in the whole process, and one that never ends blocks all later ones. A
 * job is never deleted before its end, because libsecret would then call back into freed memory.
 */
class KeychainBackend : public KeyBackend {
public:
    KeychainBackend();
    ~KeychainBackend() override;

    Id read(const QString &service, const QString &name, const Done &done) override;
    Id write(const QString &service, const QString &name, const SmartCaptchaServerKey &key,
             const Done &done) override;
    Id remove(const QString &service, const QString &name, const Done &done) override;
    void abandon(Id id) override;
    [[nodiscard]] bool isBlocked() const override;
    [[nodiscard]] QString causeOfSilence() const override;

private:
    /// The context of connections that end with the backend.
    std::unique_ptr<QObject> m_context;
};

} // namespace SmartCaptcha::Internal
