// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signupform.h"

#include <QtNetwork/qnetworkreply.h>
#include <QtWidgets/qformlayout.h>

SignUpForm::SignUpForm(const SmartCaptchaOptions &options, const QUrl &server)
    : captcha(options)
    , signUp(tr("Sign up"))
    , m_server(server)
{
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("Name"), &name);
    layout->addRow(&captcha);
    layout->addRow(&signUp);
    layout->addRow(&answer);
    connect(&signUp, &QPushButton::clicked, this, &SignUpForm::send);
}

void SignUpForm::send()
{
    const SmartCaptchaToken token = captcha.token();
    if (token.isNull()) {
        // Not pressed yet, or the token has expired while the form was filled in.
        answer.setText(tr("Please pass the captcha first."));
        captcha.setFocus();
        return;
    }
    signUp.setEnabled(false); // A second press would send the token again.
    // A token may contain +, which servers read as a blank unless it is percent-encoded.
    const QByteArray form =
        "name=" + QUrl::toPercentEncoding(name.text()) + "&token=" + QUrl::toPercentEncoding(token.value());
    QNetworkRequest request(m_server);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded");
    request.setTransferTimeout();
    QNetworkReply *reply = m_network.post(request, form);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        answer.setText(reply->error() == QNetworkReply::NoError ? tr("Welcome!") : tr("Please try again."));
        captcha.reset(); // The token is used up, whatever the answer is.
        signUp.setEnabled(true);
    });
}
