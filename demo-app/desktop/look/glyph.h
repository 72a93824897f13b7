// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qicon.h>

/// Icons drawn in the colours of the palette, so that they are visible on light, dark and high-contrast
/// backgrounds, and sharp at every scale.
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

/// @p shape in the colour of button text.
[[nodiscard]] QIcon icon(Shape shape);

/// A white symbol on a disc of @p color: the shape tells the state, not only the colour.
[[nodiscard]] QIcon badge(Shape shape, const QColor &color);

/// An empty circle.
[[nodiscard]] QIcon ring(const QColor &color);

} // namespace Glyph
