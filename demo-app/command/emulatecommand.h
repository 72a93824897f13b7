// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

class SmartCaptchaEmulator;

/// `smartcaptcha emulate`: serves the captcha service on this computer until it is stopped.
class EmulateCommand : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

protected:
    /// Has @p emulator serve at @p port until the program is ended, and returns the exit status. Called when
    /// nothing is wrong with the arguments.
    [[nodiscard]] virtual int serve(SmartCaptchaEmulator &emulator, quint16 port, int tokens);
};
