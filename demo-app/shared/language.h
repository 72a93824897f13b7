// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlocale.h>
#include <QtCore/qstringlist.h>

/// The language of a whole demo: its own texts, those of the SDK and those of Qt.
namespace Language {

/// The codes of those that the programs have texts in, English first; they are one list in
/// cmake/SmartCaptchaTranslations.cmake.
[[nodiscard]] QStringList codes();

/// The codes for a sentence: "en or ru".
[[nodiscard]] QString codesInWords();

/// The code for @p locale: its own where there are texts in it, else English.
[[nodiscard]] QString codeFor(const QLocale &locale);

/// What the language of @p code, one of codes(), calls itself.
[[nodiscard]] QString nameOf(const QString &code);

/// Switches to @p locale; every window hears of it by QEvent::LanguageChange. @p translations are the names
/// of the demo's own texts, as smartcaptcha_add_translations() has them.
void install(const QLocale &locale, const QStringList &translations);

} // namespace Language
