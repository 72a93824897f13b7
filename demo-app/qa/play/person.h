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

/// A person's mouse and keyboard. The events go through the window system's queue, where those of real
/// devices come in.
namespace Person {

/// Clicks with the left button at @p position of @p widget, or of whatever lies there above it.
void click(QWidget *widget, const QPoint &position);

/// Where a key goes; asked for each one, because a key may move the focus. Null for nowhere.
using Target = std::function<QWidget *()>;

/// Presses and releases @p key in what @p target finds.
void pressIn(const Target &target, Qt::Key key);

/// Types @p text into what @p target finds.
void typeIn(const Target &target, const QString &text);

} // namespace Person
