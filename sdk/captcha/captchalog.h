// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qloggingcategory.h>

/// The log categories for showing captchas: warnings by default, and no tokens or keys at any level.
namespace SmartCaptcha::Internal {

/// `smartcaptcha.session`: states and messages.
SMARTCAPTCHA_CAPTCHA_EXPORT const QLoggingCategory &sessionLog();

/// `smartcaptcha.page`: engines and their pages.
SMARTCAPTCHA_CAPTCHA_EXPORT const QLoggingCategory &pageLog();

} // namespace SmartCaptcha::Internal
