// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

/// Stands in the place of a command whose library was not built, and says so.
class MissingCommand : public Command {
public:
    /// @p library is the SDK's library that is missing, @p package what it is built on.
    MissingCommand(const QString &name, const QString &library, const QString &package);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int run(const QStringList &arguments) override;

private:
    const QString m_name;
    const QString m_library;
    const QString m_package;
};
