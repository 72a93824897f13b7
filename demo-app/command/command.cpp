// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "command.h"

Command::Command() = default;
Command::~Command() = default;

bool Command::showsWidgets(const QStringList &arguments) const
{
    Q_UNUSED(arguments)
    return false;
}
