// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinengine.h"
#include "webdriver/browserkinds.h"

#include <QtCore/qcoreapplication.h>
#include <QtTest/qtest.h>

// No web view uses it, but people's own browsers do.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    PageInEngine test(std::make_unique<WebDriverEngine>(BrowserKinds::firefox()));
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
