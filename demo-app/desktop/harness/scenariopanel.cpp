// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariopanel.h"

#include "look/textlabel.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qaction.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qtreeview.h>

using State = ScenarioModel::State;

namespace {

constexpr State states[] = {State::NotTried, State::Passed, State::Failed, State::Skipped, State::Stopped};

} // namespace

ScenarioPanel::ScenarioPanel(ScenarioModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_text(new QLineEdit)
    , m_state(new QComboBox)
    , m_view(new QTreeView)
    , m_empty(TextLabel::make())
{
    m_filter.setSourceModel(model);
    m_text->setClearButtonEnabled(true);
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state->addItem(QString());
    for (const State state : states)
        m_state->addItem(ScenarioModel::stateIcon(state), QString(), int(state));
    m_view->setModel(&m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ScenarioModel::TitleColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ScenarioModel::StateColumn, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ScenarioModel::TimeColumn, QHeaderView::ResizeToContents);
    m_empty->setAlignment(Qt::AlignCenter);

    auto *filters = new QHBoxLayout;
    filters->addWidget(m_text, 1);
    filters->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(filters);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setText(text);
        refreshEmpty();
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant state = m_state->currentData();
        m_filter.setState(state.isValid() ? std::optional<State>(State(state.toInt())) : std::nullopt);
        refreshEmpty();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                Q_EMIT currentChanged(index.data(ScenarioModel::IdRole).toString());
            });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.data(ScenarioModel::IdRole).toString());
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, signal, this, &ScenarioPanel::refreshEmpty);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &ScenarioPanel::refreshEmpty);
    retranslate();
}

QString ScenarioPanel::current() const
{
    return m_view->currentIndex().data(ScenarioModel::IdRole).toString();
}

void ScenarioPanel::setCurrent(const QString &id)
{
    const QModelIndex index = m_filter.mapFromSource(m_model->indexOf(id));
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

QStringList ScenarioPanel::shown() const
{
    QStringList ids;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        ids << m_filter.index(row, 0).data(ScenarioModel::IdRole).toString();
    return ids;
}

void ScenarioPanel::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void ScenarioPanel::clearFilter()
{
    m_text->clear();
    m_state->setCurrentIndex(0);
}

void ScenarioPanel::refreshEmpty()
{
    const bool empty = m_filter.rowCount() == 0;
    m_empty->setVisible(empty);
    m_view->setVisible(!empty);
    m_empty->setText(m_model->rowCount() == 0 ? tr("No scenarios.") : tr("No matching scenarios."));
    Q_EMIT shownChanged();
}

void ScenarioPanel::retranslate()
{
    m_text->setPlaceholderText(tr("Title, name or tag"));
    m_text->setAccessibleName(tr("Filter scenarios by title, name or tag"));
    m_state->setItemText(0, tr("All states"));
    for (int i = 0; i < int(std::size(states)); ++i)
        m_state->setItemText(i + 1, ScenarioModel::stateText(states[i]));
    m_state->setAccessibleName(tr("Filter scenarios by state"));
    m_view->setAccessibleName(tr("Scenarios"));
    refreshEmpty();
}

void ScenarioPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
