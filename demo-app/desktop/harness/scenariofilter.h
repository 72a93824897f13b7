// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenariomodel.h"

#include <QtCore/qsortfilterproxymodel.h>

#include <optional>

/// Filters scenarios by text in their title, id and tags, and by state.
class ScenarioFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ScenarioFilter(QObject *parent = nullptr);

    /// Every word of @p text must occur, in any order and case.
    void setText(const QString &text);
    void setState(std::optional<ScenarioModel::State> state);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    std::optional<ScenarioModel::State> m_state;
};
