// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaQuick>

#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlapplicationengine.h>

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    SmartCaptchaEmulator emulator; // The service, offline. A real program leaves it out,
    emulator.listen();

    QQmlApplicationEngine engine;
    engine.setInitialProperties({
        {QStringLiteral("siteKey"), emulator.siteKey()}, // and has its own site key here,
        {QStringLiteral("serviceUrl"), emulator.service().baseUrl()}, // nothing here,
        {QStringLiteral("pageOrigin"), emulator.pageOrigin()}, // a site that the site key allows,
        {QStringLiteral("backendUrl"), emulator.backendUrl()}, // and its backend, which has the server key.
    });
    engine.load(QUrl(QStringLiteral("qrc:/qt-project.org/imports/Login/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
