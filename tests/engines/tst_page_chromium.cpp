// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinengine.h"
#include "webdriverengine.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

// Android's WebView is based on Chromium.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QJsonObject screen{{QStringLiteral("width"), 412},
                             {QStringLiteral("height"), 915},
                             {QStringLiteral("pixelRatio"), 2.625},
                             {QStringLiteral("touch"), true},
                             {QStringLiteral("mobile"), true}};
    const QJsonObject browser{
        {QStringLiteral("args"),
         QJsonArray{
             QStringLiteral("--headless"),
             // Only pages of the emulator are loaded; as root, and in many containers, there is no sandbox.
             QStringLiteral("--no-sandbox"),
             QStringLiteral("--disable-dev-shm-usage"),
             QStringLiteral("--disable-gpu"),
             // Chromium itself must not contact any other host.
             QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"),
         }},
        {QStringLiteral("mobileEmulation"), QJsonObject{{QStringLiteral("deviceMetrics"), screen}}},
    };
    PageInEngine test(std::make_unique<WebDriverEngine>(
        WebDriverEngine::Kind{QStringLiteral("chromium"),
                              QStringLiteral("the engine of Android's WebView"),
                              {QStringLiteral("chromedriver")},
                              QStringLiteral("chromium chromium-driver"),
                              {{QStringLiteral("browserName"), QStringLiteral("chrome")},
                               {QStringLiteral("goog:chromeOptions"), browser}}}));
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
