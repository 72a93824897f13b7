// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "webdriverengine.h"

/// The browsers that tests control.
namespace BrowserKinds {

/// @p mobile: with the screen and the touch of a phone.
[[nodiscard]] WebDriverEngine::Kind chromium(bool mobile);

[[nodiscard]] WebDriverEngine::Kind webkit();

[[nodiscard]] WebDriverEngine::Kind firefox();

} // namespace BrowserKinds
