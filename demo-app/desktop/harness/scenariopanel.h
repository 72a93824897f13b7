// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenariofilter.h"

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;
QT_END_NAMESPACE

/// The list of scenarios with its filter.
class ScenarioPanel : public QWidget {
    Q_OBJECT

public:
    /// @p model is not owned and must outlive the panel.
    explicit ScenarioPanel(ScenarioModel *model, QWidget *parent = nullptr);

    /// The id of the selected scenario; empty for none.
    [[nodiscard]] QString current() const;
    /// Selects @p id and scrolls to it.
    void setCurrent(const QString &id);
    /// The scenarios that pass the filter, from top to bottom.
    [[nodiscard]] QStringList shown() const;
    void focusFilter();
    void clearFilter();
    [[nodiscard]] QTreeView *view() const { return m_view; }

Q_SIGNALS:
    void currentChanged(const QString &id);
    /// Enter or a double click.
    void activated(const QString &id);
    /// Different scenarios pass the filter now.
    void shownChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshEmpty();

    ScenarioModel *const m_model;
    ScenarioFilter m_filter;
    QLineEdit *const m_text;
    QComboBox *const m_state;
    QTreeView *const m_view;
    QLabel *const m_empty;
};
