// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QSplitter;
class QTreeView;
QT_END_NAMESPACE

class ExchangeModel;

/// The verification requests, with what was sent and what was answered.
class ExchangePanel : public QWidget {
    Q_OBJECT

public:
    /// @p model is not owned and must outlive the panel.
    explicit ExchangePanel(ExchangeModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QSplitter *splitter() const { return m_splitter; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    ExchangeModel *const m_model;
    QSplitter *const m_splitter;
    QTreeView *const m_view;
    QPlainTextEdit *const m_details;
    QLabel *const m_empty;
};
