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
    /// @p model is not owned and must outlive the panel.
    explicit TimelinePanel(TimelineModel *model, QWidget *parent = nullptr);

    /// Copies the selected rows, or all of them, to the clipboard.
    void copy();
    /// Asks for a file and writes all rows to it.
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
