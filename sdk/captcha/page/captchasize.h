// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qsize.h>

/// How much room a captcha gets, in device-independent pixels, whoever shows it.
namespace SmartCaptcha::Internal::CaptchaSize {

/// The service's documentation reserves this height for the button ("Height of the container").
inline constexpr int ButtonHeight = 100;
inline constexpr int MaximumButtonHeight = 300;
inline constexpr int ButtonWidth = 300;
inline constexpr int MinimumButtonWidth = 200;

/// The least room that a challenge gets.
inline constexpr QSize MinimumChallenge{360, 480};

} // namespace SmartCaptcha::Internal::CaptchaSize
