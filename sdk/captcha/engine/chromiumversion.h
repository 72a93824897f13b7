// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qstring.h>

/// The version of Chromium that Qt WebEngine is based on.
namespace SmartCaptcha::Internal::ChromiumVersion {

/// The major version in @p version, for instance 102 in `102.0.5005.177`; 0 if there is none.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT int majorOf(const char *version);

/// Why Qt WebEngine with the major version @p major is not good enough for
/// SmartCaptchaOptions::minimumChromium() @p minimum, in English; empty if it is. 0 for a version that is not
/// known, against which nothing is said.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT QString objection(int major, int minimum);

} // namespace SmartCaptcha::Internal::ChromiumVersion
