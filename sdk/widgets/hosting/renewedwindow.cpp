// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "renewedwindow.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qwidget.h>

namespace SmartCaptcha::Internal {

void RenewedWindow::lookAfter(QWidget *window)
{
    if (window == m_window)
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = window;
    m_window->installEventFilter(this);
}

// The old native window is destroyed and the new one created without returning to the event loop.
bool RenewedWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate) {
        m_justDeactivated = true;
        QMetaObject::invokeMethod(
            this, [this] { m_justDeactivated = false; }, Qt::QueuedConnection);
    } else if (event->type() == QEvent::WinIdChange && m_window->internalWinId() && m_justDeactivated) {
        m_justDeactivated = false;
        // Later, when it has been shown.
        QMetaObject::invokeMethod(m_window, &QWidget::activateWindow, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
