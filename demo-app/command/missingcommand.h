// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

/// Takes the place of a command whose library was not built, and reports that.
class MissingCommand : public Command {
public:
    /// @p library is the missing library of the SDK, @p package the one that it depends on.
    MissingCommand(const QString &name, const QString &library, const QString &package);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

private:
    const QString m_name;
    const QString m_library;
    const QString m_package;
};
