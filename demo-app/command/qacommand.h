// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

/// `smartcaptcha qa`: runs the scenarios of the QA harness without a window.
class QaCommand : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool showsWidgets(const QStringList &arguments) const override;
    [[nodiscard]] int run(const QStringList &arguments) override;
};
