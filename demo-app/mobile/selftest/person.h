// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qnamespace.h>
#include <QtCore/qpoint.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
class QString;
class QWindow;
QT_END_NAMESPACE

/// A user's finger and keyboard. The events reach the window like those of real devices, so shortcuts work.
namespace SelfTest::Person {

/// Taps the middle of @p item.
void tap(QQuickItem *item);

/// Taps @p position of @p item.
void tap(QQuickItem *item, const QPointF &position);

/// Presses and releases @p key in @p window.
void press(QWindow *window, Qt::Key key);

/// Types @p text in @p window.
void type(QWindow *window, const QString &text);

} // namespace SelfTest::Person
