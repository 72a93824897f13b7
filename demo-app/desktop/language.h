// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlocale.h>

/// The language of the whole demo: its own texts, those of the SDK and those of Qt.
namespace Language {

/// Switches to @p locale; every window hears of it by QEvent::LanguageChange.
void install(const QLocale &locale);

} // namespace Language
