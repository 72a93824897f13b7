// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qrect.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Where windows go on the screen. Has no effect on systems that place windows themselves (Wayland).
namespace SmartCaptcha::Internal::WindowPosition {

/// The maximum size of the content of @p window at which the window still fits on its screen.
[[nodiscard]] QSize room(const QWidget *window);

/// A rectangle of @p size around @p center, moved so that @p window with its frame is on the screen.
[[nodiscard]] QRect around(const QPoint &center, const QSize &size, const QWidget *window);

/// Moves @p window onto the screen if it extends beyond the edge.
void keepOnScreen(QWidget *window);

} // namespace SmartCaptcha::Internal::WindowPosition
