// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "timelinepanel.h"

#include "look/glyph.h"
#include "savedfile.h"
#include "timelinemodel.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qclipboard.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtableview.h>
#include <QtWidgets/qtoolbutton.h>

TimelinePanel::TimelinePanel(TimelineModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QTableView)
    , m_copy(new QToolButton)
    , m_save(new QToolButton)
    , m_clear(new QToolButton)
{
    m_view->setModel(model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 6);
    m_copy->setIcon(Glyph::icon(Glyph::Shape::Copy));
    m_save->setIcon(Glyph::icon(Glyph::Shape::Save));
    m_clear->setIcon(Glyph::icon(Glyph::Shape::Clear));
    auto *buttons = new QHBoxLayout;
    for (QToolButton *button : {m_copy, m_save, m_clear}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);

    connect(m_copy, &QToolButton::clicked, this, &TimelinePanel::copy);
    connect(m_save, &QToolButton::clicked, this, &TimelinePanel::save);
    connect(m_clear, &QToolButton::clicked, this, &TimelinePanel::clear);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TimelinePanel::refresh);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_follow = true;
        refresh();
    });
    // Stays scrolled to the end unless the user has scrolled up.
    QScrollBar *bar = m_view->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_follow = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_follow)
            bar->setValue(maximum);
    });
    retranslate();
    refresh();
}

void TimelinePanel::copy()
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << index.row();
    QApplication::clipboard()->setText(m_model->toText(rows));
}

void TimelinePanel::save()
{
    SavedFile::ask(this, tr("Save timeline"), QStringLiteral("timeline.txt"), tr("Text (*.txt)"),
                   m_model->toText().toUtf8());
}

void TimelinePanel::clear()
{
    m_model->begin();
}

void TimelinePanel::refresh()
{
    const bool any = m_model->rowCount() > 0;
    for (QToolButton *button : {m_copy, m_save, m_clear})
        button->setEnabled(any);
}

void TimelinePanel::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected lines, or all if none are selected"));
    m_save->setText(tr("Save\u2026"));
    m_clear->setText(tr("Clear"));
    m_view->setAccessibleName(tr("Timeline"));
    const QFontMetrics metrics = m_view->fontMetrics();
    const int padding = metrics.horizontalAdvance(QStringLiteral("MM"));
    for (const auto column :
         {TimelineModel::TimeColumn, TimelineModel::AfterColumn, TimelineModel::SourceColumn}) {
        const QString heading = m_model->headerData(column, Qt::Horizontal).toString();
        m_view->setColumnWidth(
            column,
            qMax(metrics.horizontalAdvance(m_model->widest(column)), metrics.horizontalAdvance(heading))
                + padding);
    }
}

void TimelinePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    }
}
