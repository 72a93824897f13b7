// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

/// `smartcaptcha show-one`: shows a captcha of an emulator offscreen, and prints the outcome as one line of
/// JSON. Used by `smartcaptcha doctor`.
class ShowOneCommand : public Command {
public:
    [[nodiscard]] QString name() const override;

    /// Empty: the help does not list this command.
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool showsWidgets(const QStringList &arguments) const override;
    [[nodiscard]] int run(const QStringList &arguments) override;
};
