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

/// The token with its remaining lifetime and the verifier's result.
class TokenCard : public QFrame {
    Q_OBJECT

public:
    explicit TokenCard(QWidget *parent = nullptr);

    /// A new token; discards the result of the previous one.
    void setToken(const SmartCaptchaToken &token);
    void setResult(const SmartCaptchaResult &result);
    void setExpired();
    void clear();

    /// Whether each token is verified as soon as it arrives, or when the user presses a button.
    void setVerifiedAtOnce(bool atOnce);
    /// Whether the service's clock can be moved, so that the user need not wait until a token expires.
    void setClockMovable(bool movable);
    /// The user is waiting for the token to expire. Setting a new token or clearing it ends the wait.
    void setWaiting(bool waiting);
    [[nodiscard]] bool isWaiting() const { return m_waiting; }

Q_SIGNALS:
    /// The user wants to verify the token for the first time.
    void verifyRequested();
    /// The user wants to verify the token again.
    void verifyAgainRequested();
    /// The user wants to verify the token after it has expired, or has stopped waiting for that.
    void expiryRequested();
    /// The user wants to verify the token with one character changed.
    void damagedRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshVerdict();

    SmartCaptchaToken m_token;
    SmartCaptchaResult m_result;
    bool m_hasResult = false;
    bool m_expired = false;
    bool m_verifiedAtOnce = true;
    bool m_clockMovable = false;
    bool m_waiting = false;
    QTimer m_tick;
    QLabel *m_title;
    QLabel *m_tokenText;
    QProgressBar *m_remaining;
    QLabel *m_verdict;
    QLabel *m_cause;
    QPushButton *m_use;
    QPushButton *m_again;
    QPushButton *m_expire;
    QPushButton *m_damage;
};
