// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaPerson>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qapplication.h>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    SmartCaptchaOptions options(emulator.siteKey());
    options.setService(emulator.service());
    options.setPageOrigin(emulator.pageOrigin());
    SmartCaptchaWidget captcha(options);
    captcha.setEngine(SmartCaptchaWidget::Engine::WebEngine);
    captcha.show();
    SmartCaptchaPerson person(emulator, &captcha);
    if (!person.press())
        qFatal("%s", qPrintable(person.problem()));
    return captcha.token().isNull() ? 1 : 0;
}
