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

// Styles derive their borders from the background, which leaves none on black.
QString highContrastBorders()
{
    return QStringLiteral(
        "QPushButton,QToolButton,QLineEdit,QComboBox,QSpinBox,QPlainTextEdit,QTextBrowser,QTreeView,"
        "QTableView,QListView,QGroupBox,QProgressBar,QMenu{border:1px solid white}"
        "QPushButton,QToolButton,QLineEdit,QComboBox{padding:3px 6px}"
        "QPushButton:focus,QToolButton:focus,QLineEdit:focus,QComboBox:focus,QTreeView:focus,"
        "QTableView:focus,QListView:focus,QPlainTextEdit:focus,QTextBrowser:focus"
        "{border:2px solid #ffe000}"
        "QPushButton:disabled,QToolButton:disabled{border:1px dashed #a8a8a8}"
        "QTabBar::tab{border:1px solid white;padding:4px 10px}"
        "QTabBar::tab:selected{background:#ffe000;color:black}"
        "QTabBar::tab:focus{border:2px solid #ffe000}"
        "QGroupBox{margin-top:1ex;padding-top:1ex}"
        "QGroupBox::title{subcontrol-origin:margin;left:8px}"
        "QHeaderView::section{background:black;border:1px solid white;padding:3px}"
        "QMenu::item,QMenuBar::item{border:2px solid black}"
        "QMenu::item:selected,QMenuBar::item:selected{border-color:#ffe000;background:black;color:white}"
        "QProgressBar{text-align:center}"
        "QProgressBar::chunk{background:#ffe000}"
        "QSplitter::handle{background:#606060}");
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
    // By its property, because a program without widgets has none and does not need it.
    const QString borders = scheme == Scheme::HighContrast ? highContrastBorders() : QString();
    if (QCoreApplication::instance()->property("styleSheet").toString() != borders)
        QCoreApplication::instance()->setProperty("styleSheet", borders);
}

bool isDark(Scheme scheme)
{
    if (scheme != Scheme::System)
        return scheme != Scheme::Light;
    return systemPalette().color(QPalette::Window).lightness() < 128;
}

} // namespace Appearance
