// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// Filters the events that are delivered to an item and to all items in it, including those that are added
/// later. An event that its item ignores may come once more, for the item's parent, at once or later.
class ItemEvents : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void watch(QQuickItem *item);

private:
    void watchParts();
};

} // namespace SmartCaptcha::Internal
