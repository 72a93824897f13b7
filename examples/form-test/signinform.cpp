// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signinform.h"

#include <QtWidgets/qboxlayout.h>

SignInForm::SignInForm(const SmartCaptchaOptions &options, const QUrl &backend)
    : captcha(options)
    , signIn(tr("Sign in"))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(&captcha);
    layout->addWidget(&signIn);
    signIn.setEnabled(false);
    verifier.setBackendUrl(backend);
    captcha.setVerifier(&verifier);
    connect(&captcha, &SmartCaptchaWidget::verified, this, [this](const SmartCaptchaResult &result) {
        signIn.setEnabled(result.isAccepted());
        if (result.verdict() == SmartCaptchaResult::Verdict::Robot)
            captcha.reset(); // for another try
    });
    connect(&captcha, &SmartCaptchaWidget::tokenExpired, this, [this] { signIn.setEnabled(false); });
}
