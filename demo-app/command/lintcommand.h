// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

/// `smartcaptcha lint`: finds secrets and test settings that must not ship.
class LintCommand : public Command {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

protected:
    /// Looks at @p paths, prints what it finds in @p format, and returns the exit status. Called when nothing
    /// is wrong with the options.
    [[nodiscard]] virtual int look(const QStringList &paths, const QStringList &siteKeys,
                                   const QString &format);
};
