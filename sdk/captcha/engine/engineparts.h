// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qstring.h>

/// The files without which Qt WebEngine terminates the whole program.
namespace SmartCaptcha::Internal::EngineParts {

/**
 * Says in English which of them is missing, and where it was looked for; empty if none is. Looks where Qt
 * WebEngine does. Call it before an engine is started; it needs an application object.
 */
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT QString missing();

} // namespace SmartCaptcha::Internal::EngineParts
