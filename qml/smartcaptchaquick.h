// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchaquick_export.h>

/// What belongs to the SDK as a whole.
namespace SmartCaptcha {

/**
 * Prepares the program for showing captchas in Qt Quick. To be called once, before the application object is
 * made: web engines share OpenGL contexts with the scene, which can be switched on only then.
 *
 * It loads no web engine; that happens when the first SmartCaptchaView needs one. A program that forgets to
 * call it gets SmartCaptchaError::Code::WebEngineUnavailable, which says so. Programs that call
 * QtWebEngineQuick::initialize() or QtWebView::initialize() themselves need not call it on the desktop.
 *
 * On Android and iOS, and wherever the SDK was built for Qt WebView alone, it calls QtWebView::initialize().
 *
 * A program that links SmartCaptcha::Quick and uses nothing else of it has to call this all the same, or
 * linkers leave the library out and the import of the module SmartCaptcha fails.
 */
SMARTCAPTCHA_QUICK_EXPORT void initializeQuick();

} // namespace SmartCaptcha
