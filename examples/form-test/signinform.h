// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qwidget.h>

/// The form of an application: one can sign in when the captcha has been passed.
class SignInForm : public QWidget {
    Q_OBJECT

public:
    SignInForm(const SmartCaptchaOptions &options, const QUrl &backend);

    SmartCaptchaVerifier verifier;
    SmartCaptchaWidget captcha;
    QPushButton signIn;
};
