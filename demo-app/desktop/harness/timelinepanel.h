// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QTableView;
class QToolButton;
QT_END_NAMESPACE

class TimelineModel;

/// A timeline that can be copied, saved and cleared.
class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    /// @p model is not owned and has to outlive the panel.
    explicit TimelinePanel(TimelineModel *model, QWidget *parent = nullptr);

    /// What is selected, or all of it, to the clipboard.
    void copy();
    /// Asks for a file and writes all of it there.
    void save();
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    TimelineModel *const m_model;
    QTableView *const m_view;
    QToolButton *const m_copy;
    QToolButton *const m_save;
    QToolButton *const m_clear;
    bool m_follow = true;
};
