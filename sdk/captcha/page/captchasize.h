// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qsize.h>

/// How much room a captcha gets, in device-independent pixels, in widgets and in Qt Quick.
namespace SmartCaptcha::Internal::CaptchaSize {

/// The service's documentation reserves this height for the button ("Height of the container").
inline constexpr int ButtonHeight = 100;
inline constexpr int MaximumButtonHeight = 300;
inline constexpr int ButtonWidth = 300;
inline constexpr int MinimumButtonWidth = 200;

/// A challenge gets at least this much room.
inline constexpr QSize MinimumChallenge{360, 480};

} // namespace SmartCaptcha::Internal::CaptchaSize
