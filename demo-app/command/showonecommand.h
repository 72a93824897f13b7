// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

/// `smartcaptcha show-one`: shows a captcha of an emulator to nobody, and says in one line of JSON how that
/// went. For `smartcaptcha doctor`.
class ShowOneCommand : public Command {
public:
    [[nodiscard]] QString name() const override;

    /// Nothing: the help does not have it.
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool showsWidgets(const QStringList &arguments) const override;
    [[nodiscard]] int run(const QStringList &arguments) override;
};
