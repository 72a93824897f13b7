// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "check.h"

namespace Doctor {

/// Sandbox, graphics and display: what the system allows.
[[nodiscard]] Checks systemChecks();

} // namespace Doctor
