// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "smartcaptchaemulator.h"

#include <vector>

namespace SmartCaptcha::Internal {

/// A scenario with its name on the command line and a description in one line of English.
struct ScenarioEntry {
    SmartCaptchaEmulator::Scenario scenario;
    const char *name;
    const char *description;
};

/// Every scenario, in the order of the enumeration.
[[nodiscard]] const std::vector<ScenarioEntry> &scenarioTable();

} // namespace SmartCaptcha::Internal
