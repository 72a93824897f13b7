// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qstring.h>

/// The files that Qt WebEngine ends the whole program without.
namespace SmartCaptcha::Internal::EngineParts {

/**
 * Says in English which of them is missing, and where it was looked for; empty when they are all there. Looks
 * where Qt WebEngine does. To be asked before an engine is started; with an application object.
 */
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT QString missing();

} // namespace SmartCaptcha::Internal::EngineParts
