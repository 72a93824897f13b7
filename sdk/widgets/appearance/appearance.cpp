// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "appearance.h"

#include <QtGui/qpalette.h>

namespace SmartCaptcha::Internal {

PageAppearance appearanceOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    PageAppearance appearance;
    appearance.dark = window.lightness() < palette.color(QPalette::WindowText).lightness();
    appearance.background = window.name(QColor::HexRgb);
    return appearance;
}

} // namespace SmartCaptcha::Internal
