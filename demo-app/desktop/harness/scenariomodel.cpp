// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariomodel.h"

#include "look/glyph.h"
#include "look/plaintooltip.h"
#include "session/session.h"

#include <QtGui/qicon.h>

ScenarioModel::ScenarioModel(Qa::Session *session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(session, &Qa::Session::changed, this, &ScenarioModel::refresh);
    connect(session, &Qa::Session::opened, this, [this] {
        if (!m_scenarios.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void ScenarioModel::setScenarios(const QList<Qa::Scenario> &scenarios)
{
    beginResetModel();
    m_scenarios = scenarios;
    endResetModel();
}

const Qa::Scenario *ScenarioModel::scenario(const QString &id) const
{
    const QModelIndex found = indexOf(id);
    return found.isValid() ? &m_scenarios.at(found.row()) : nullptr;
}

QModelIndex ScenarioModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_scenarios.size(); ++row) {
        if (m_scenarios.at(row).id == id)
            return index(row, TitleColumn);
    }
    return {};
}

ScenarioModel::State ScenarioModel::state(const QString &id) const
{
    if (id == m_running)
        return State::Running;
    const auto result = m_session->result(id);
    if (!result)
        return State::NotTried;
    switch (result->status) {
    case Qa::Status::Passed:
        return State::Passed;
    case Qa::Status::Failed:
        return State::Failed;
    case Qa::Status::Skipped:
        return State::Skipped;
    case Qa::Status::Stopped:
        break;
    }
    return State::Stopped;
}

void ScenarioModel::refresh(const QString &id)
{
    const QModelIndex first = indexOf(id);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void ScenarioModel::setRunning(const QString &id)
{
    const QString before = m_running;
    m_running = id;
    refresh(before);
    refresh(id);
}

void ScenarioModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_scenarios.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ScenarioModel::stateText(State state)
{
    switch (state) {
    case State::NotTried:
        return tr("Not run");
    case State::Running:
        return tr("Running");
    case State::Passed:
        return tr("Passed");
    case State::Failed:
        return tr("Failed");
    case State::Skipped:
        return tr("Skipped");
    case State::Stopped:
        break;
    }
    return tr("Stopped");
}

QIcon ScenarioModel::stateIcon(State state)
{
    static const QColor grey(0x7a, 0x82, 0x8c);
    switch (state) {
    case State::NotTried:
        return Glyph::ring(grey);
    case State::Running:
        return Glyph::badge(Glyph::Shape::Play, QColor(0x1a, 0x5f, 0xd0));
    case State::Passed:
        return Glyph::badge(Glyph::Shape::Check, QColor(0x17, 0x80, 0x3d));
    case State::Failed:
        return Glyph::badge(Glyph::Shape::Cross, QColor(0xc4, 0x2b, 0x24));
    case State::Skipped:
        return Glyph::badge(Glyph::Shape::PlayAll, grey);
    case State::Stopped:
        break;
    }
    return Glyph::badge(Glyph::Shape::Stop, QColor(0xa8, 0x64, 0x08));
}

int ScenarioModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_scenarios.size());
}

int ScenarioModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScenarioModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Qa::Scenario &scenario = m_scenarios.at(index.row());
    const State now = state(scenario.id);
    switch (role) {
    case IdRole:
        return scenario.id;
    case StateRole:
        return int(now);
    case SearchRole:
        return QStringList(scenario.title.all() + QStringList{scenario.id} + scenario.tags)
            .join(QLatin1Char('\n'));
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(stateIcon(now)) : QVariant();
    case Qt::ToolTipRole: {
        QStringList lines{scenario.title.in(m_locale), scenario.id};
        if (const auto result = m_session->result(scenario.id); result && !result->problem.isEmpty())
            lines << result->problem;
        return PlainToolTip::of(lines.join(QLatin1Char('\n')));
    }
    case Qt::AccessibleTextRole:
        if (index.column() == TitleColumn)
            return tr("%1, %2", "title, state").arg(scenario.title.in(m_locale), stateText(now));
        break;
    case Qt::TextAlignmentRole:
        if (index.column() == TimeColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        break;
    case Qt::DisplayRole:
        switch (index.column()) {
        case TitleColumn:
            return scenario.title.in(m_locale);
        case StateColumn:
            return stateText(now);
        case TimeColumn:
            if (const auto result = m_session->result(scenario.id); result && result->milliseconds > 0)
                return tr("%1 s").arg(m_locale.toString(double(result->milliseconds) / 1000, 'f', 1));
            break;
        }
        break;
    }
    return {};
}

QVariant ScenarioModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Scenario");
    case StateColumn:
        return tr("State");
    case TimeColumn:
        return tr("Duration");
    }
    return {};
}
