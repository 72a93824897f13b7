// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtGui/qcolor.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * The colour that is behind an item: that of the nearest Rectangle around it, or of the background of a
 * control around it, or of its window.
 */
class Ground : public QObject {
    Q_OBJECT

public:
    explicit Ground(QQuickItem *item);

    /// Of the application's palette where there is nothing to go by.
    [[nodiscard]] QColor color() const;

public Q_SLOTS:
    /// Looks anew: to be called when the item is in another window.
    void look();

Q_SIGNALS:
    void changed();

private:
    void follow(QObject *object, const char *property);

    QQuickItem *const m_item;
    QList<QMetaObject::Connection> m_connections;
    QColor m_color;
};

} // namespace SmartCaptcha::Internal
