// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlocale.h>

/// The language of a whole demo: its own texts, those of the SDK and those of Qt.
namespace Language {

/// Switches to @p locale; every window hears of it by QEvent::LanguageChange. @p translation is the name of
/// the demo's own texts, as smartcaptcha_add_translations() has it.
void install(const QLocale &locale, const QString &translation);

} // namespace Language
