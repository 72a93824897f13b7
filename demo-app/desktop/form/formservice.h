// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile/profile.h"

#include <QtCore/qobject.h>

class SmartCaptchaEmulator;

/**
 * The service that the demo talks to: the built-in emulator, or a real service with the user's own keys.
 *
 * The demo holds a server key so that a tester sees the answers of /validate. An application that ships to
 * users must not; it passes the address of its own backend to SmartCaptchaVerifier::setBackendUrl() instead.
 */
class FormService : public QObject {
    Q_OBJECT

public:
    explicit FormService(QObject *parent = nullptr);
    ~FormService() override;

    /// Uses the emulator, starting it if necessary. Returns false on failure, with the reason in @p problem.
    bool useEmulator(QString *problem);
    /// Uses a real service instead and stops the emulator.
    void useService(const Qa::Profile &profile);

    /// Null with a real service.
    [[nodiscard]] SmartCaptchaEmulator *emulator() const { return m_emulator; }
    /// The service in use with its keys; for the emulator these are the emulator's.
    [[nodiscard]] const Qa::Profile &profile() const { return m_profile; }

Q_SIGNALS:
    /// The service or its key has changed.
    void changed();

private:
    SmartCaptchaEmulator *m_emulator = nullptr;
    Qa::Profile m_profile = Qa::Profile::builtIn();
};
