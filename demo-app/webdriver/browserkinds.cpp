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
             {QStringLiteral("goog:chromeOptions"), browser}},
            {}};
}

// Its MiniBrowser needs a display, so it runs on a virtual one.
WebDriverEngine::Kind webkit()
{
    return {QStringLiteral("webkit"),
            QStringLiteral("WebKitGTK, the engine of iOS"),
            {QStringLiteral("xvfb-run"), QStringLiteral("-a"), QStringLiteral("WebKitWebDriver")},
            QStringLiteral("xvfb xauth webkit2gtk-driver"),
            {},
            {}};
}

// When it is controlled it turns off by itself what would disturb tests, though only once it has started.
WebDriverEngine::Kind firefox()
{
    return {QStringLiteral("firefox"),
            QStringLiteral("Gecko"),
            {QStringLiteral("firefox-esr"), QStringLiteral("--headless"), QStringLiteral("--no-remote"),
             QStringLiteral("--marionette")},
            QStringLiteral("firefox-esr"),
            {},
            R"(// Firefox must not contact any other host: all but loopback goes to a proxy that nobody runs.
user_pref("network.proxy.type", 1);
user_pref("network.proxy.socks", "127.0.0.1");
user_pref("network.proxy.socks_port", 9);
user_pref("network.proxy.socks_remote_dns", true);
user_pref("network.proxy.failover_direct", false);
user_pref("network.proxy.allow_bypass", false);
// From the very start.
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("termsofuse.bypassNotification", true);
)"};
}

} // namespace BrowserKinds
