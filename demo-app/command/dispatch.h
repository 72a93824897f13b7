// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

#include <memory>
#include <vector>

/// Runs the command that @p arguments, those after the program's name, begin with, and returns the exit
/// status.
[[nodiscard]] int dispatch(const std::vector<std::unique_ptr<Command>> &commands, QStringList arguments);
