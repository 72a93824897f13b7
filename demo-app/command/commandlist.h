// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "command.h"

#include <memory>
#include <vector>

/// Every command, in the order of the help text.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();
