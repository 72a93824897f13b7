// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariofilter.h"

#include <algorithm>

ScenarioFilter::ScenarioFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void ScenarioFilter::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ScenarioFilter::setState(std::optional<ScenarioModel::State> state)
{
    m_state = state;
    invalidateFilter();
}

bool ScenarioFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, ScenarioModel::TitleColumn, parent);
    if (m_state) {
        const auto state = ScenarioModel::State(index.data(ScenarioModel::StateRole).toInt());
        // The running scenario stays visible.
        if (state != *m_state && state != ScenarioModel::State::Running)
            return false;
    }
    const QString text = index.data(ScenarioModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}
