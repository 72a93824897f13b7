// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

namespace SmartCaptcha::Internal {

/**
 * True if OpenGL contexts are shared in this application, which a web engine that is loaded later needs.
 *
 * Loading the library enables this, which works only before there is an application object.
 */
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT bool openGLContextsAreShared();

} // namespace SmartCaptcha::Internal
