// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "seenwindow.h"

#include <QtQuick/qquickwindow.h>

namespace SmartCaptcha::Internal {

void SeenWindow::setWindow(QQuickWindow *window)
{
    if (window == m_window)
        return;
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    m_firstFrame = {};
    m_drawn = false;
    if (!window)
        return;
    connect(window, &QQuickWindow::visibleChanged, this, [this] {
        disconnect(m_firstFrame);
        m_drawn = false;
        Q_EMIT changed();
    });
    if (window->isVisible())
        return;
    // Emitted in the render thread.
    m_firstFrame = connect(
        window, &QQuickWindow::afterRendering, this,
        [this, window] {
            if (window != m_window)
                return;
            m_drawn = true;
            Q_EMIT changed();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

bool SeenWindow::isSeen() const
{
    return m_window && (m_window->isVisible() || m_drawn);
}

} // namespace SmartCaptcha::Internal
