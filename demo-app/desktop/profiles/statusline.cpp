// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "statusline.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qgridlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstyle.h>

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_text, 0, 1);
    // The text may come from a file.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void StatusLine::addButton(QPushButton *button)
{
    m_grid->addWidget(button, 1, 1, Qt::AlignLeading);
}

void StatusLine::setStatus(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setText(text);
    drawSign();
    setVisible(!text.isEmpty());
}

QString StatusLine::text() const
{
    return m_text->text();
}

void StatusLine::drawSign()
{
    QStyle::StandardPixmap sign = QStyle::SP_MessageBoxInformation;
    if (m_kind == Kind::Fine)
        sign = QStyle::SP_DialogApplyButton;
    else if (m_kind == Kind::Warning)
        sign = QStyle::SP_MessageBoxWarning;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_sign->setPixmap(
        style()->standardIcon(sign, nullptr, this).pixmap(QSize(size, size), devicePixelRatioF()));
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        drawSign();
}
