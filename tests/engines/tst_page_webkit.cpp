// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinengine.h"
#include "webdriverengine.h"

#include <QtCore/qcoreapplication.h>
#include <QtTest/qtest.h>

// WebKit is the engine of all web views of iOS. Its small browser has to have a display: one that nobody
// sees.
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
