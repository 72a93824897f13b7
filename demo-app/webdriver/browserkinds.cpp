// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "browserkinds.h"

#include <QtCore/qjsonarray.h>

namespace BrowserKinds {

WebDriverEngine::Kind chromium(bool mobile)
{
    QJsonObject browser{
        {QStringLiteral("args"),
         QJsonArray{
             QStringLiteral("--headless"),
             // Only pages of the tests are loaded; as root, and in many containers, there is no sandbox.
             QStringLiteral("--no-sandbox"),
             QStringLiteral("--disable-dev-shm-usage"),
             QStringLiteral("--disable-gpu"),
             // Chromium itself must not contact any other host.
             QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"),
         }}};
    if (mobile) {
        const QJsonObject screen{{QStringLiteral("width"), 412},
                                 {QStringLiteral("height"), 915},
                                 {QStringLiteral("pixelRatio"), 2.625},
                                 {QStringLiteral("touch"), true},
                                 {QStringLiteral("mobile"), true}};
        browser.insert(QStringLiteral("mobileEmulation"),
                       QJsonObject{{QStringLiteral("deviceMetrics"), screen}});
    }
    return {QStringLiteral("chromium"),
            QStringLiteral("the engine of Android's WebView"),
            {QStringLiteral("chromedriver")},
            QStringLiteral("chromium chromium-driver"),
            {{QStringLiteral("browserName"), QStringLiteral("chrome")},
             {QStringLiteral("goog:chromeOptions"), browser}}};
}

// Its MiniBrowser needs a display, so it runs on a virtual one.
WebDriverEngine::Kind webkit()
{
    return {QStringLiteral("webkit"),
            QStringLiteral("WebKitGTK, the engine of iOS"),
            {QStringLiteral("xvfb-run"), QStringLiteral("-a"), QStringLiteral("WebKitWebDriver")},
            QStringLiteral("xvfb xauth webkit2gtk-driver"),
            {}};
}

} // namespace BrowserKinds
