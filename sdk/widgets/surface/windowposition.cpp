// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "windowposition.h"

#include <QtGui/qscreen.h>
#include <QtWidgets/qwidget.h>

namespace SmartCaptcha::Internal::WindowPosition {

namespace {

QMargins frameOf(const QWidget *window)
{
    const QRect inner = window->geometry();
    const QRect outer = window->frameGeometry();
    return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom()};
}

} // namespace

QSize room(const QWidget *window)
{
    return window->screen()->availableGeometry().marginsRemoved(frameOf(window)).size();
}

QRect around(const QPoint &center, const QSize &size, const QWidget *window)
{
    const QRect free = window->screen()->availableGeometry().marginsRemoved(frameOf(window));
    QRect place(QPoint(0, 0), size);
    place.moveCenter(center);
    // If it is too large, the top left corner stays on the screen, because the title bar is there.
    place.moveLeft(qMax(free.left(), qMin(place.left(), free.right() - place.width() + 1)));
    place.moveTop(qMax(free.top(), qMin(place.top(), free.bottom() - place.height() + 1)));
    return place;
}

void keepOnScreen(QWidget *window)
{
    if (!window->isVisible() || window->isMaximized() || window->isFullScreen())
        return;
    const QRect now = window->geometry();
    const QRect wanted = around(now.center(), now.size(), window);
    if (wanted.topLeft() != now.topLeft())
        window->move(window->pos() + wanted.topLeft() - now.topLeft());
}

} // namespace SmartCaptcha::Internal::WindowPosition
