// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// The colours of the whole demo.
namespace Appearance {

enum class Scheme {
    System, ///< As the desktop has them.
    Light,
    Dark,
};

/// Remembers what the system's own colours are. Call it once, before apply().
void initialize();

/// Changes the application's palette; every window follows at once.
void apply(Scheme scheme);

} // namespace Appearance
