// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
class QQuickWindow;
QT_END_NAMESPACE

/// Inspects what is visible in the application's window.
namespace SelfTest::Screen {

/// The visible item called @p name; null when there is none.
[[nodiscard]] QQuickItem *item(QQuickWindow *window, const QString &name);

/// Scrolls until all of @p item is in view, if it is inside a flickable.
void scrollTo(QQuickItem *item);

/// Layout and accessibility faults: truncated texts and texts outside the window, controls that are too small
/// to tap or have no accessible name, and overlapping items.
[[nodiscard]] QStringList faults(QQuickWindow *window);

} // namespace SelfTest::Screen
