// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qwidget.h>

/// The form of an application: it sends the token with the name, to a server that has the token verified.
class SignUpForm : public QWidget {
    Q_OBJECT

public:
    SignUpForm(const SmartCaptchaOptions &options, const QUrl &server);

    QLineEdit name;
    SmartCaptchaWidget captcha;
    QPushButton signUp;
    QLabel answer;

private:
    void send();

    const QUrl m_server;
    QNetworkAccessManager m_network;
};
