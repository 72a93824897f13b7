// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// The colours of a whole demo.
namespace Appearance {

enum class Scheme {
    System, ///< As on the desktop.
    Light,
    Dark,
    HighContrast, ///< White on black; OutlineStyle draws an outline around all controls.
};

/// Remembers the system's own colours. Call it once, before the other functions.
void initialize();

/// Changes the application's palette; every window follows at once.
void apply(Scheme scheme);

/// True when @p scheme has light text on a dark background.
[[nodiscard]] bool isDark(Scheme scheme);

} // namespace Appearance
