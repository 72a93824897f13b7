// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/face/captchastatus.h"

#include <QtWidgets/qwidget.h>

#include <array>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * Shown in place of the captcha while there is none: a progress indicator, a message, buttons.
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
    void showMessage(const QString &text, const QList<CaptchaStatus::Button> &buttons);

    /// The first and the last visible button; nullptr if there is none.
    [[nodiscard]] QPushButton *firstButton() const;
    [[nodiscard]] QPushButton *lastButton() const;

    /// The visible button after the one with the focus, or before it; nullptr if there is none.
    [[nodiscard]] QPushButton *buttonBeside(bool next) const;

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// @p action is a CaptchaStatus::Action.
    void pressed(int action);

private:
    void showButtons(const QList<CaptchaStatus::Button> &buttons);
    [[nodiscard]] QList<QPushButton *> visibleButtons() const;

    QProgressBar *const m_progress;
    QLabel *const m_text;
    std::array<QPushButton *, CaptchaStatus::MostButtons> m_buttons{};
    QList<CaptchaStatus::Button> m_shown;
};

} // namespace SmartCaptcha::Internal
