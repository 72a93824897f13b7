// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qtimer.h>
#include <QtWidgets/qframe.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

/// The token with the time it has left, and what the verifier found out about it.
class TokenCard : public QFrame {
    Q_OBJECT

public:
    explicit TokenCard(QWidget *parent = nullptr);

    /// A new token; what was known of the one before is gone.
    void setToken(const SmartCaptchaToken &token);
    void setResult(const SmartCaptchaResult &result);
    void setExpired();
    void clear();

Q_SIGNALS:
    /// The person wants the token verified once more.
    void verifyAgainRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshVerdict();

    SmartCaptchaToken m_token;
    SmartCaptchaResult m_result;
    bool m_hasResult = false;
    bool m_expired = false;
    QTimer m_tick;
    QLabel *m_title;
    QLabel *m_tokenText;
    QProgressBar *m_remaining;
    QLabel *m_verdict;
    QLabel *m_cause;
    QPushButton *m_again;
};
