// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickform.h"
#include "shared/eventually.h"
#include "shared/loadedlibraries.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtGui/qguiapplication.h>
#include <QtTest/qtest.h>

using State = SmartCaptcha::State;

namespace {

/// The web engine libraries that this process has loaded.
QStringList loadedEngines()
{
    return loadedLibraries().filter(QStringLiteral("WebEngine"));
}

} // namespace

/// Until a captcha is shown, a program does not load a web engine.
class tst_quickstart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEngineComesWithTheFirstPage()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        QuickForm form;
        SmartCaptchaOptions options(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        form.captcha->setAutoLoad(false);
        form.captcha->setOptions(options);
        QVERIFY(form.show());
        QVERIFY(form.retry());
        QCOMPARE(loadedEngines(), QStringList());
        form.captcha->load();
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Ready);
        QVERIFY(!loadedEngines().isEmpty());
    }
};

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    tst_quickstart test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_quickstart.moc"
