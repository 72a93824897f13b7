// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "appearance.h"

#include <QtGui/qguiapplication.h>
#include <QtGui/qpalette.h>

namespace Appearance {

namespace {

QPalette &systemPalette()
{
    static QPalette palette;
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xf4, 0xf5, 0xf7));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf8, 0xfa));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(role, QColor(0x1b, 0x1d, 0x21));
        palette.setColor(QPalette::Disabled, role, QColor(0x9a, 0xa0, 0xa8));
    }
    palette.setColor(QPalette::Highlight, QColor(0x1a, 0x5f, 0xd0));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x1a, 0x5f, 0xd0));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6a, 0x70, 0x7a));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x24, 0x26, 0x2b));
    const QColor text(0xec, 0xed, 0xf0);
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1d, 0x21));
    palette.setColor(QPalette::AlternateBase, QColor(0x21, 0x23, 0x28));
    palette.setColor(QPalette::Button, QColor(0x35, 0x38, 0x3f));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, QColor(0x86, 0x8b, 0x95));
    }
    palette.setColor(QPalette::ToolTipBase, QColor(0x35, 0x38, 0x3f));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, QColor(0x4d, 0x8d, 0xf6));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Link, QColor(0x7f, 0xae, 0xff));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa0, 0xaa));
    return palette;
}

QPalette highContrastPalette()
{
    QPalette palette(Qt::black);
    for (const QPalette::ColorRole role :
         {QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(role, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                                           QPalette::ToolTipText, QPalette::PlaceholderText}) {
        palette.setColor(role, Qt::white);
        palette.setColor(QPalette::Disabled, role, QColor(0xa8, 0xa8, 0xa8));
    }
    palette.setColor(QPalette::Highlight, QColor(0xff, 0xe0, 0x00));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Link, QColor(0x7f, 0xd4, 0xff));
    return palette;
}

} // namespace

void initialize()
{
    systemPalette() = QGuiApplication::palette();
}

void apply(Scheme scheme)
{
    switch (scheme) {
    case Scheme::System:
        QGuiApplication::setPalette(systemPalette());
        break;
    case Scheme::Light:
        QGuiApplication::setPalette(lightPalette());
        break;
    case Scheme::Dark:
        QGuiApplication::setPalette(darkPalette());
        break;
    case Scheme::HighContrast:
        QGuiApplication::setPalette(highContrastPalette());
        break;
    }
}

bool isDark(Scheme scheme)
{
    if (scheme != Scheme::System)
        return scheme != Scheme::Light;
    return systemPalette().color(QPalette::Window).lightness() < 128;
}

} // namespace Appearance
