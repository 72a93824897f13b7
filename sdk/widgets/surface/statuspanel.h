// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * Shown in place of the captcha while there is none: a progress indicator, a message, a button.
 *
 * It covers what is behind it.
 */
class StatusPanel : public QWidget {
    Q_OBJECT

public:
    explicit StatusPanel(QWidget *parent = nullptr);

    /// Shows only the background.
    void showNothing();
    void showProgress(const QString &text);
    /// @p action is the button's text; empty for no button.
    void showMessage(const QString &text, const QString &action, const QString &actionDescription);

    [[nodiscard]] QPushButton *button() const;

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    QProgressBar *const m_progress;
    QLabel *const m_text;
    QPushButton *const m_button;
};

} // namespace SmartCaptcha::Internal
