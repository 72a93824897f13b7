// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaResult>
namespace SmartCaptcha::Internal {

/// What @p outcome means, and whether it is accepted under @p policy.
[[nodiscard]] SmartCaptchaResult judged(const Outcome &outcome, const SmartCaptchaPolicy &policy);

} // namespace SmartCaptcha::Internal
