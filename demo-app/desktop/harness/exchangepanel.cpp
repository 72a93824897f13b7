// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "exchangepanel.h"

#include "exchangemodel.h"
#include "look/textlabel.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qfontdatabase.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtreeview.h>

ExchangePanel::ExchangePanel(ExchangeModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_view(new QTreeView)
    , m_details(new QPlainTextEdit)
    , m_empty(TextLabel::make())
{
    m_view->setModel(model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ExchangeModel::RequestColumn, QHeaderView::Stretch);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_empty->setAlignment(Qt::AlignCenter);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_empty, 1);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { m_details->setPlainText(m_model->details(index.row())); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        refresh();
        m_view->setCurrentIndex(m_model->index(last, 0));
        m_view->scrollToBottom();
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_details->clear();
        refresh();
    });
    retranslate();
    refresh();
}

void ExchangePanel::refresh()
{
    const bool empty = m_model->rowCount() == 0;
    m_empty->setVisible(empty);
    m_splitter->setVisible(!empty);
}

void ExchangePanel::retranslate()
{
    m_empty->setText(tr("No token has been verified yet."));
    m_view->setAccessibleName(tr("Requests to the service"));
    m_details->setAccessibleName(tr("Request and response"));
    m_details->setPlainText(m_model->details(m_view->currentIndex().row()));
}

void ExchangePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    }
}
