// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

class SmartCaptchaServerKey;

/// `smartcaptcha keys`: server keys in the system's keychain.
class KeysCommand : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

protected:
    /// What is to be done with the keychain.
    struct Order {
        QString action; ///< `set`, `get` or `remove`.
        QString name; ///< Of the key.
        int timeout = 0; ///< Milliseconds.
        bool reveal = false;
    };

    /// Does it, with @p key to set, prints what came of it, and returns the exit status. Called when nothing
    /// is wrong with the arguments and the key.
    [[nodiscard]] virtual int carryOut(const Order &order, const SmartCaptchaServerKey &key);
};
