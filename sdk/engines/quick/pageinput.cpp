// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinput.h"

#include <QtGui/qevent.h>

namespace SmartCaptcha::Internal {

bool PageInput::eventFilter(QObject *watched, QEvent *event)
{
    const bool repeats =
        event->type() == QEvent::KeyPress && static_cast<const QKeyEvent *>(event)->isAutoRepeat();
    if (const auto input = PageGuard::inputOf(event->type()); input && !repeats)
        Q_EMIT arrived(*input);
    return ItemEvents::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
