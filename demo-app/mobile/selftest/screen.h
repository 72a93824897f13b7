// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
class QQuickWindow;
QT_END_NAMESPACE

/// What can be seen of the application's window.
namespace SelfTest::Screen {

/// The visible item called @p name; null when there is none.
[[nodiscard]] QQuickItem *item(QQuickWindow *window, const QString &name);

/// Scrolls until the whole of @p item is in sight, if it is in something that scrolls.
void scrollTo(QQuickItem *item);

/// What a careful person would object to: texts that are cut off or leave the window, controls that are too
/// small for a finger or have no name for a screen reader, and what lies over something else.
[[nodiscard]] QStringList faults(QQuickWindow *window);

} // namespace SelfTest::Screen
