// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "sheetkeys.h"

#include <QtGui/qevent.h>
#include <QtQuick/qquickwindow.h>

namespace SmartCaptcha::Internal {

SheetKeys::SheetKeys(QQuickItem *parent)
    : QQuickItem(parent)
{
}

SheetKeys::~SheetKeys()
{
    if (m_window)
        m_window->removeEventFilter(this);
}

void SheetKeys::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    watchWindow();
    Q_EMIT activeChanged();
}

void SheetKeys::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemSceneChange)
        watchWindow();
}

void SheetKeys::watchWindow()
{
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = m_active ? window() : nullptr;
    // The event filter that was installed last is called first.
    if (m_window)
        m_window->installEventFilter(this);
}

bool SheetKeys::isOnTop() const
{
    const QQuickItem *const sheet = parentItem();
    if (!sheet || !sheet->parentItem())
        return false;
    const QList<QQuickItem *> siblings = sheet->parentItem()->childItems();
    for (auto it = siblings.crbegin(); it != siblings.crend(); ++it) {
        if (*it == sheet)
            return true;
        if ((*it)->isVisible() && (*it)->z() >= sheet->z())
            return false;
    }
    return false;
}

void SheetKeys::leave()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_active)
                Q_EMIT wayOutTaken();
        },
        Qt::QueuedConnection);
}

bool SheetKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window || !m_active)
        return QQuickItem::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (!isOnTop())
            break;
        if (key->key() != Qt::Key_Escape && key->key() != Qt::Key_Back) {
            // Keys pressed in the sheet must not trigger shortcuts of the window below.
            if (event->type() != QEvent::ShortcutOverride)
                break;
            event->accept();
            return true;
        }
        // Android closes the window when its back key is released.
        event->accept();
        if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
            leave();
        return true;
    }
    case QEvent::Hide:
        if (!event->spontaneous())
            leave();
        break;
    default:
        break;
    }
    return QQuickItem::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
