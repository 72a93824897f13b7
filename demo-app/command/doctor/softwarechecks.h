// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "check.h"

namespace Doctor {

/// Versions, QML modules, the browser and the language: what is installed.
[[nodiscard]] Checks softwareChecks();

} // namespace Doctor
