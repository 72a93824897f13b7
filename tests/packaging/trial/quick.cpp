// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaPerson>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlapplicationengine.h>

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{QStringLiteral("siteKey"), emulator.siteKey()},
                                 {QStringLiteral("serviceUrl"), emulator.service().baseUrl()},
                                 {QStringLiteral("pageOrigin"), emulator.pageOrigin()}});
    engine.load(QUrl::fromLocalFile(QStringLiteral(TRIAL_QML)));
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *captcha = engine.rootObjects().constFirst()->findChild<QObject *>(QStringLiteral("captcha"));
    SmartCaptchaPerson person(emulator, captcha);
    if (!person.press())
        qFatal("%s", qPrintable(person.problem()));
    return captcha->property("token").value<SmartCaptchaToken>().isNull() ? 1 : 0;
}
