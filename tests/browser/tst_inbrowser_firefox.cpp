// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "endings.h"
#include "webdriver/browserkinds.h"

#include <QtCore/qcoreapplication.h>
#include <QtTest/qtest.h>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Endings test(BrowserKinds::firefox());
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
