// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchaquick_export.h>

/// What belongs to the SDK as a whole.
namespace SmartCaptcha {

/**
 * Prepares the program for showing captchas in Qt Quick. Call it once, before the application object is
 * created: web engines share OpenGL contexts with the scene graph, and sharing can be enabled only that
 * early.
 *
 * It does not load a web engine; that happens when the first SmartCaptchaView needs one. A program that
 * forgets the call gets SmartCaptchaError::Code::WebEngineUnavailable, with details that say so. Programs
 * that call QtWebEngineQuick::initialize() or QtWebView::initialize() themselves need not call it on the
 * desktop.
 *
 * On Android and iOS, and wherever the SDK was built for Qt WebView alone, it calls QtWebView::initialize().
 *
 * A program that links SmartCaptcha::Quick and uses nothing else from it must still call this: otherwise
 * linkers drop the library, and importing the module SmartCaptcha fails.
 */
SMARTCAPTCHA_QUICK_EXPORT void initializeQuick();

} // namespace SmartCaptcha
