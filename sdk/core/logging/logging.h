// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qloggingcategory.h>

/// The SDK's logging categories: warnings by default, no tokens and no keys at any level.
namespace SmartCaptcha::Internal {

/// `smartcaptcha.session`: states and messages.
SMARTCAPTCHA_CORE_EXPORT const QLoggingCategory &sessionLog();

/// `smartcaptcha.net`: the verifier.
SMARTCAPTCHA_CORE_EXPORT const QLoggingCategory &networkLog();

/// `smartcaptcha.page`: web hosts.
SMARTCAPTCHA_CORE_EXPORT const QLoggingCategory &pageLog();

} // namespace SmartCaptcha::Internal
