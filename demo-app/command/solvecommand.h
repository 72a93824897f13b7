// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

class SmartCaptchaOptions;

/// `smartcaptcha solve`: gets a token from the person's own browser.
class SolveCommand : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

protected:
    /// How a token is asked for, besides the options of the captcha.
    struct Manner {
        bool opensBrowser = true;
        int seconds = 0; ///< To wait for the person; 0 for no limit.
        bool json = false; ///< Prints the result as JSON.
    };

    /// Waits for the person, prints the token and returns the exit status. Called when nothing is wrong with
    /// the arguments.
    [[nodiscard]] virtual int solve(const SmartCaptchaOptions &captcha, const Manner &manner);
};
