// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinput.h"

#include <QtGui/qevent.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

namespace SmartCaptcha::Internal {

namespace {

// Qt WebEngine gives its parent a key that the page has not used, some time later.
bool isFirstOfKey(const QObject *watched, const QEvent *event)
{
    const QQuickWindow *const window = static_cast<const QQuickItem *>(watched)->window();
    return window && window->activeFocusItem() == watched
        && !static_cast<const QKeyEvent *>(event)->isAutoRepeat();
}

} // namespace

bool PageInput::eventFilter(QObject *watched, QEvent *event)
{
    const auto input = PageGuard::inputOf(event->type());
    if (input && (event->type() != QEvent::KeyPress || isFirstOfKey(watched, event)))
        Q_EMIT arrived(*input);
    return ItemEvents::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
