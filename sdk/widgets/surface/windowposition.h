// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qrect.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Where windows go on the screen. Systems that place windows themselves (Wayland) take no advice.
namespace SmartCaptcha::Internal::WindowPosition {

/// The most that the content of @p window may take without reaching over the edge of its screen.
[[nodiscard]] QSize room(const QWidget *window);

/// A rectangle of @p size around @p center, moved so that @p window with its frame is on the screen.
[[nodiscard]] QRect around(const QPoint &center, const QSize &size, const QWidget *window);

/// Moves @p window onto the screen where it reaches over the edge.
void keepOnScreen(QWidget *window);

} // namespace SmartCaptcha::Internal::WindowPosition
