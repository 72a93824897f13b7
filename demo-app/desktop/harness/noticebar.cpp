// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "noticebar.h"

#include "look/glyph.h"
#include "look/textlabel.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(TextLabel::make())
    , m_close(new QToolButton)
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_text->setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    m_close->setIcon(Glyph::icon(Glyph::Shape::Cross));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 4, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_notices.clear();
        refresh();
    });
    retranslate();
    hide();
}

void NoticeBar::set(About about, const QString &text)
{
    if (text.isEmpty())
        m_notices.remove(about);
    else
        m_notices[about] = text;
    refresh();
}

void NoticeBar::refresh()
{
    m_text->setText(QStringList(m_notices.cbegin(), m_notices.cend()).join(QLatin1Char('\n')));
    setVisible(!m_notices.isEmpty());
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::retranslate()
{
    m_close->setToolTip(tr("Close the notice"));
    m_close->setAccessibleName(m_close->toolTip());
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
