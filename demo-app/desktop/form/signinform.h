// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qframe.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

/**
 * A form as in an embedding application. With a visible captcha, "Sign in" is enabled after it is solved;
 * with an invisible one, pressing "Sign in" starts the captcha.
 */
class SignInForm : public QFrame {
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    [[nodiscard]] SmartCaptchaWidget *captcha() const { return m_captcha; }
    [[nodiscard]] QPushButton *signInButton() const { return m_signIn; }
    /// How the service processes data: shown with an invisible captcha, which has no place for it.
    [[nodiscard]] QLabel *notice() const { return m_notice; }

    void setMode(SmartCaptchaOptions::Mode mode);
    /// The verifier's result for the captcha's token.
    void setResult(const SmartCaptchaResult &result);
    /// The captcha starts over, so the user is not signed in yet.
    void clearResult();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Status { Nothing, Welcome, Refused, Cancelled };

    void signIn();
    void refresh();
    void setStatus(Status status);

    SmartCaptchaOptions::Mode m_mode = SmartCaptchaOptions::Mode::Standard;
    bool m_accepted = false;
    Status m_status = Status::Nothing;
    QLabel *m_title;
    QLabel *m_userLabel;
    QLabel *m_passwordLabel;
    QLineEdit *m_user;
    QLineEdit *m_password;
    SmartCaptchaWidget *m_captcha;
    QPushButton *m_signIn;
    QLabel *m_statusText;
    QLabel *m_notice;
};
