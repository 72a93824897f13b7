// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qlocale.h>
#include <QtCore/qversionnumber.h>

/// What belongs to the SDK as a whole.
namespace SmartCaptcha {

/// The version of the library that runs, which may be newer than the headers that the application was
/// compiled with.
[[nodiscard]] SMARTCAPTCHA_CORE_EXPORT QVersionNumber version();

/**
 * Installs the SDK's own texts (error messages, buttons) in the language of @p locale in the running
 * application object, instead of those that an earlier call has installed. The SDK never installs a
 * translator by itself.
 *
 * English and Russian are included; any other language shows English.
 *
 * @param locale the wanted language; the default means the default locale of the application, QLocale().
 * @return true when the language is there; false when English is shown instead, or without an application
 * object. Call it from the GUI thread. Widgets are told by QEvent::LanguageChange as with any translator.
 */
SMARTCAPTCHA_CORE_EXPORT bool installTranslator(const QLocale &locale = {});

} // namespace SmartCaptcha
