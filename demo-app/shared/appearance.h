// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// The colours of a whole demo.
namespace Appearance {

enum class Scheme {
    System, ///< As the desktop has them.
    Light,
    Dark,
    HighContrast, ///< White on black; OutlineStyle draws a border around everything that can be used.
};

/// Remembers what the system's own colours are. Call it once, before the others.
void initialize();

/// Changes the application's palette; every window follows at once.
void apply(Scheme scheme);

/// True when @p scheme has light texts on dark ground.
[[nodiscard]] bool isDark(Scheme scheme);

} // namespace Appearance
