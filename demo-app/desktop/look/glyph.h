// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qicon.h>

/// Icons that are drawn in the colours of the window, so that they are to be seen on light, dark and high
/// contrast, and sharp at every scale.
namespace Glyph {

enum class Shape {
    Play,
    PlayAll,
    Repeat,
    Stop,
    Check,
    Cross,
    Camera,
    Person,
    Profile,
    Save,
    Copy,
    Clear,
};

/// @p shape in the colour of buttons' texts.
[[nodiscard]] QIcon icon(Shape shape);

/// A white sign on a disc of @p color: its form tells the state as well as its colour.
[[nodiscard]] QIcon badge(Shape shape, const QColor &color);

/// An empty circle.
[[nodiscard]] QIcon ring(const QColor &color);

} // namespace Glyph
