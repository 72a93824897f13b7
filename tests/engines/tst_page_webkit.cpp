// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinengine.h"
#include "webdriverengine.h"

#include <QtCore/qcoreapplication.h>
#include <QtTest/qtest.h>

// All web views on iOS use WebKit. Its MiniBrowser needs a display, so it runs on a virtual one.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    PageInEngine test(std::make_unique<WebDriverEngine>(WebDriverEngine::Kind{
        QStringLiteral("webkit"),
        QStringLiteral("WebKitGTK, the engine of iOS"),
        {QStringLiteral("xvfb-run"), QStringLiteral("-a"), QStringLiteral("WebKitWebDriver")},
        QStringLiteral("xvfb xauth webkit2gtk-driver"),
        {}}));
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
