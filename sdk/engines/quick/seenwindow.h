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
 * Tells whether the content of a window can be seen: the window is visible, or it has been rendered into
 * something else that is. The window that a QQuickWidget renders never counts as visible.
 */
class SeenWindow : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Watches @p window from now on; none if it is null.
    void setWindow(QQuickWindow *window);

    [[nodiscard]] bool isSeen() const;

Q_SIGNALS:
    /// isSeen() may have changed for the same window.
    void changed();

private:
    QPointer<QQuickWindow> m_window;
    QMetaObject::Connection m_firstFrame;
    bool m_drawn = false; // rendered, although it has never been visible itself
};

} // namespace SmartCaptcha::Internal
