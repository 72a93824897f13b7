// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetaobject.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * Tells whether people may see what is in a window: it is on the screen, or has been drawn into something
 * else that is. The window that a QQuickWidget draws never counts as visible.
 */
class SeenWindow : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks at @p window from now on; at none, if it is null.
    void setWindow(QQuickWindow *window);

    [[nodiscard]] bool isSeen() const;

Q_SIGNALS:
    /// isSeen() may say something else now, of the same window.
    void changed();

private:
    QPointer<QQuickWindow> m_window;
    QMetaObject::Connection m_firstFrame;
    bool m_drawn = false; // though it has never been visible itself
};

} // namespace SmartCaptcha::Internal
