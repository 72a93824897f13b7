// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlocale.h>
#include <QtCore/qstringlist.h>

/// The language of a whole demo: its own texts, and those of the SDK and of Qt.
namespace Language {

/// The codes of the languages with translations, English first; listed once in
/// cmake/SmartCaptchaTranslations.cmake.
[[nodiscard]] QStringList codes();

/// The codes as part of a sentence: "en or ru".
[[nodiscard]] QString codesInWords();

/// The code for @p locale: that of its language if there is a translation, else English.
[[nodiscard]] QString codeFor(const QLocale &locale);

/// The native name of the language @p code, one of codes().
[[nodiscard]] QString nameOf(const QString &code);

/// Switches to @p locale; every window receives QEvent::LanguageChange. @p translations are the base names of
/// the demo's own translations, as given to smartcaptcha_add_translations().
void install(const QLocale &locale, const QStringList &translations);

} // namespace Language
