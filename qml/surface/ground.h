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
 * The colour behind an item: that of the nearest opaque Rectangle around it, or of the opaque background of a
 * control around it, else that of its window.
 */
class Ground : public QObject {
    Q_OBJECT

public:
    explicit Ground(QQuickItem *item);

    /// The window colour of the application's palette if nothing better is known.
    [[nodiscard]] QColor color() const;

public Q_SLOTS:
    /// Determines the colour again. Call it when the item has moved to another window.
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
