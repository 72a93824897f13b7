// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "appearance.h"

#include <QtGui/qimage.h>
#include <QtGui/qpalette.h>
#include <QtWidgets/qwidget.h>

#include <utility>

namespace SmartCaptcha::Internal {

namespace {

// Makes the widgets around it paint the place, from the window inwards.
QColor colorBehind(const QWidget *widget)
{
    QList<QWidget *> around;
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        around.prepend(parent);
        if (parent->isWindow())
            break;
    }
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (QWidget *parent : std::as_const(around)) {
        const QRect place(widget->mapTo(parent, widget->rect().center()), QSize(1, 1));
        parent->render(&image, {}, place,
                       parent->isWindow() ? QWidget::RenderFlags(QWidget::DrawWindowBackground)
                                          : QWidget::RenderFlags());
    }
    const QColor color = image.pixelColor(0, 0);
    return color.alpha() == 255 ? color : QColor();
}

} // namespace

QPalette paletteOnGround(const QWidget *widget)
{
    QPalette palette = widget->palette();
    // Only a style sheet paints in other colours than the palette's.
    const QColor ground = widget->isVisible() ? colorBehind(widget) : QColor();
    if (!ground.isValid() || ground.rgb() == palette.color(QPalette::Window).rgb())
        return palette;
    palette.setColor(QPalette::Window, ground);
    const bool darkText = palette.color(QPalette::WindowText).lightness() < 128;
    const bool darkGround = ground.lightness() < 128;
    if (darkText == darkGround) {
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
            palette.setColor(role, darkGround ? Qt::white : Qt::black);
    }
    return palette;
}

PageAppearance appearanceOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    PageAppearance appearance;
    appearance.dark = window.lightness() < palette.color(QPalette::WindowText).lightness();
    appearance.background = window.name(QColor::HexRgb);
    return appearance;
}

} // namespace SmartCaptcha::Internal
