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

    /// Whether each token is verified as soon as it is there; else the person does it with a button.
    void setVerifiedAtOnce(bool atOnce);
    /// Whether the service's clock can be moved, so that nobody has to wait until a token expires.
    void setClockMovable(bool movable);
    /// The person waits until the token has expired.
    /// A new token, or the end of the old one, is the end of that.
    void setWaiting(bool waiting);
    [[nodiscard]] bool isWaiting() const { return m_waiting; }

Q_SIGNALS:
    /// The person wants the token verified for the first time.
    void verifyRequested();
    /// The person wants the token verified once more.
    void verifyAgainRequested();
    /// The person wants it verified when it has expired, or does not want to wait for that any more.
    void expiryRequested();
    /// The person wants it verified with a character changed.
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
