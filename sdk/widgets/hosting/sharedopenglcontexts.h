// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

namespace SmartCaptcha::Internal {

/**
 * True when OpenGL contexts are shared in this application, as a web engine that is loaded later needs it.
 *
 * Loading the library switches it on, which works only before there is an application object.
 */
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT bool openGLContextsAreShared();

} // namespace SmartCaptcha::Internal
