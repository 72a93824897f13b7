// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    SmartCaptchaEmulator emulator; // The service, offline. A real program leaves it out ...
    emulator.listen();

    SmartCaptchaOptions options(emulator.siteKey()); // ... and gives its own site key here,
    options.setService(emulator.service()); // ... leaves this one out,
    options.setPageOrigin(emulator.pageOrigin()); // ... names a site that the site key allows,
    SmartCaptchaVerifier verifier;
    verifier.setBackendUrl(emulator.backendUrl()); // ... and a backend of its own, which has the server key.

    QWidget form;
    auto *captcha = new SmartCaptchaWidget(options);
    auto *signIn = new QPushButton(QObject::tr("Sign in"));
    signIn->setEnabled(false);
    auto *layout = new QVBoxLayout(&form);
    layout->addWidget(captcha);
    layout->addWidget(signIn);
    captcha->setVerifier(&verifier);
    QObject::connect(captcha, &SmartCaptchaWidget::verified, signIn,
                     [captcha, signIn](const SmartCaptchaResult &result) {
                         signIn->setEnabled(result.isAccepted());
                         if (result.verdict() == SmartCaptchaResult::Verdict::Robot)
                             captcha->reset(); // for another try
                     });
    form.show();
    return QApplication::exec();
}
