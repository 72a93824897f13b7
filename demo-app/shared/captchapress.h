// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpoint.h>

/// How a captcha's button is pressed by something that cannot see it.
namespace CaptchaPress {

/// The middle of the emulator's check box, in the captcha.
inline constexpr QPoint Checkbox(34, 42);

/// An engine drops what is done to a page of which it has not drawn anything yet, which cannot be seen from
/// outside. So a press that has had no effect for so many milliseconds is repeated, as a person would. The
/// button takes no notice of a second press while it checks.
inline constexpr int Patience = 800;

/// After so many presses without an effect there will be none.
inline constexpr int Repeats = 20;

/// How long, in milliseconds, the page may take to ask for its widget; it cannot be pressed before.
inline constexpr int OpensWithin = 5000;

} // namespace CaptchaPress
