// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pagegestures.h"

#include <QtGui/qevent.h>

namespace SmartCaptcha::Internal {

bool PageGestures::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        // With Ctrl the engine would zoom the page, and keep it zoomed.
        if (m_scrollable && !(static_cast<QWheelEvent *>(event)->modifiers() & Qt::ControlModifier))
            break;
        event->ignore();
        return true;
    case QEvent::NativeGesture: {
        const Qt::NativeGestureType gesture = static_cast<QNativeGestureEvent *>(event)->gestureType();
        if (gesture != Qt::ZoomNativeGesture && gesture != Qt::SmartZoomNativeGesture)
            break;
        event->ignore();
        return true;
    }
    default:
        break;
    }
    return ItemEvents::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
