// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "composition.h"

#include <QtWidgets/qgraphicseffect.h>
#include <QtWidgets/qwidget.h>

namespace SmartCaptcha::Internal {

// Pages are rendered as textures, which Qt composes only if the window is painted directly.
QString whatFreezesPages(const QWidget *widget)
{
    Q_ASSERT(widget);
    for (const QWidget *around = widget; around;
         around = around->isWindow() ? nullptr : around->parentWidget()) {
        if (around->graphicsEffect())
            return QStringLiteral("%1 has a QGraphicsEffect, under which the captcha is not repainted. "
                                  "Remove the effect, or put the captcha outside of that widget.")
                .arg(QLatin1String(around->metaObject()->className()));
    }
    if (widget->window()->graphicsProxyWidget())
        return QStringLiteral(
            "The captcha is in a QGraphicsScene, where Qt cannot show web pages. Put it into a "
            "window of widgets, or use SmartCaptchaDialog.");
    return {};
}

} // namespace SmartCaptcha::Internal
