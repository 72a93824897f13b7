// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpoint.h>

/// How to press a captcha's button from code that cannot see it.
namespace CaptchaPress {

/// The middle of the emulator's check box, relative to the captcha.
inline constexpr QPoint Checkbox(34, 42);

/// Engines drop input for a page that has not been drawn yet, and there is no way to tell from outside. So a
/// press without an effect within this many milliseconds is repeated, as a person would do. The button
/// ignores a second press while it checks.
inline constexpr int Patience = 800;

/// After this many presses without an effect, the attempt has failed.
inline constexpr int Repeats = 20;

/// How long, in milliseconds, the page may take to request its widget; it cannot be pressed before that.
inline constexpr int OpensWithin = 5000;

} // namespace CaptchaPress
