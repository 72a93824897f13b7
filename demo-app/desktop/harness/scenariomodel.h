// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/scenario.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qlocale.h>

namespace Qa {
class Session;
}

/// The scenarios with their results in a session.
class ScenarioModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TitleColumn, StateColumn, TimeColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StateRole, ///< The scenario's State.
        SearchRole, ///< The text that filters search: title, id and tags.
    };
    /// The state of a scenario; the list can be filtered by it.
    enum class State { NotTried, Running, Passed, Failed, Skipped, Stopped };
    Q_ENUM(State)

    /// @p session is not owned and must outlive the model.
    explicit ScenarioModel(Qa::Session *session, QObject *parent = nullptr);

    void setScenarios(const QList<Qa::Scenario> &scenarios);
    [[nodiscard]] const QList<Qa::Scenario> &scenarios() const { return m_scenarios; }
    /// Null when there is none with this id.
    [[nodiscard]] const Qa::Scenario *scenario(const QString &id) const;
    [[nodiscard]] State state(const QString &id) const;
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    /// The scenario that is running; empty for none.
    void setRunning(const QString &id);
    void setLocale(const QLocale &locale);

    /// The word for @p state in the language of the program.
    [[nodiscard]] static QString stateText(State state);
    [[nodiscard]] static QIcon stateIcon(State state);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void refresh(const QString &id);

    Qa::Session *const m_session;
    QList<Qa::Scenario> m_scenarios;
    QString m_running;
    QLocale m_locale;
};
