// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

class SmartCaptchaVerifier;

/// `smartcaptcha verify`: verifies a token with the service, or with a backend.
class VerifyCommand : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

protected:
    /// Has @p verifier ask about @p token, prints what it says, as JSON if @p json, and returns the exit
    /// status. Called when nothing is wrong with the arguments. @p ip may be empty.
    [[nodiscard]] virtual int ask(SmartCaptchaVerifier &verifier, const QString &token, const QString &ip,
                                  bool json);
};
