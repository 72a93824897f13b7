// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qnamespace.h>
#include <QtCore/qpoint.h>

#include <functional>

QT_BEGIN_NAMESPACE
class QString;
class QWidget;
QT_END_NAMESPACE

/// A person's mouse and keyboard. The events are posted to the widgets and delivered at once.
namespace Person {

/// Clicks with the left button at @p position of @p widget, or on the widget that is on top there.
void click(QWidget *widget, const QPoint &position);

/// The widget that keys go to; called for every event, because a key may move the focus. Null for none.
using Target = std::function<QWidget *()>;

/// Presses and releases @p key in the widget that @p target returns.
void pressIn(const Target &target, Qt::Key key);

/// Types @p text in the widget that @p target returns.
void typeIn(const Target &target, const QString &text);

} // namespace Person
