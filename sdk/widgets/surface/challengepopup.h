// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/page/captchasize.h"

#include <QtWidgets/qdialog.h>

QT_BEGIN_NAMESPACE
class QDialogButtonBox;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// The window over the form in which a challenge opens. Its rejected() means that the challenge was
/// cancelled.
class ChallengePopup : public QDialog {
    Q_OBJECT

public:
    explicit ChallengePopup(QWidget *parent);
    ~ChallengePopup() override;

    /// Shows @p page, which the caller still owns: it must be taken out again before this window is deleted.
    void setPage(QWidget *page);

    /// The preferred size of the challenge.
    void setContentSize(const QSize &size);

    void retranslate();

    /// Opens over the parent's window and blocks it.
    void openOverParent();

Q_SIGNALS:
    /// The last moment to take the page out: this window is being deleted.
    void aboutToBeDestroyed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    QDialogButtonBox *const m_buttons;
    QSize m_content = CaptchaSize::MinimumChallenge;
};

} // namespace SmartCaptcha::Internal
