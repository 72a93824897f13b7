// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinput.h"

#include <QtGui/qevent.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

namespace SmartCaptcha::Internal {

PageInput::PageInput(QQuickItem *item)
    : m_item(item)
{
    connect(item, &QQuickItem::windowChanged, this, &PageInput::watchWindow);
    watchWindow();
}

PageInput::~PageInput()
{
    if (m_window)
        m_window->removeEventFilter(this);
}

void PageInput::watchWindow()
{
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = m_item->window();
    if (m_window)
        m_window->installEventFilter(this);
}

bool PageInput::isInPage(const QEvent *event) const
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchEnd: {
        const auto *pointer = static_cast<const QPointerEvent *>(event); // clazy:exclude=wrong-qevent-cast
        return pointer->pointCount() > 0
            && m_item->contains(m_item->mapFromScene(pointer->points().first().scenePosition()));
    }
    case QEvent::KeyPress: {
        if (static_cast<const QKeyEvent *>(event)->isAutoRepeat())
            return false;
        const QQuickItem *const focus = m_item->window() ? m_item->window()->activeFocusItem() : nullptr;
        return focus && (focus == m_item || m_item->isAncestorOf(focus));
    }
    default:
        return false;
    }
}

bool PageInput::eventFilter(QObject *watched, QEvent *event)
{
    if (const auto input = PageGuard::inputOf(event->type()); input && watched == m_window && isInPage(event))
        Q_EMIT arrived(*input);
    return QObject::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
