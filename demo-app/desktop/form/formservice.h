// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile/profile.h"

#include <QtCore/qobject.h>

class SmartCaptchaEmulator;

/**
 * The service that the demo talks to: the emulator inside this program, or a real one with keys of the
 * person's own.
 *
 * A demo holds a server key so that a tester sees what /validate says. An application that ships to users
 * must not: it gives SmartCaptchaVerifier::setBackendUrl() the address of its own backend instead.
 */
class FormService : public QObject {
    Q_OBJECT

public:
    explicit FormService(QObject *parent = nullptr);
    ~FormService() override;

    /// Uses the emulator, which is started if it is not running. On failure false, with the reason in
    /// @p problem.
    bool useEmulator(QString *problem);
    /// Uses a real service instead; the emulator ends.
    void useService(const Qa::Profile &profile);

    /// Null with a real service.
    [[nodiscard]] SmartCaptchaEmulator *emulator() const { return m_emulator; }
    /// The service that is used, with its keys; that of the emulator has those of the emulator.
    [[nodiscard]] const Qa::Profile &profile() const { return m_profile; }

Q_SIGNALS:
    /// It is another service, or another key.
    void changed();

private:
    SmartCaptchaEmulator *m_emulator = nullptr;
    Qa::Profile m_profile = Qa::Profile::builtIn();
};
