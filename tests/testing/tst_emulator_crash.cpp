// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// In a separate program: after a crash, Qt 6.4 sometimes no longer injects the test's scripts into frames, so
// that other tests could not click there.

#include "shared/browserpage.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

class tst_emulator_crash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRendererDiesAndComesBack()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY2(emulator.listen(), qPrintable(emulator.errorString()));
        const QString html =
            QStringLiteral("<!DOCTYPE html><body><div id='c'></div><script>window.start = () => {"
                           "smartCaptcha.render('c', { sitekey: '%2' }); }</script>"
                           "<script src='%1/captcha.js?render=onload&amp;onload=start'></script></body>")
                .arg(emulator.url().toString(), emulator.siteKey());
        BrowserPage page;
        QSignalSpy died(&page.page(), &QWebEnginePage::renderProcessTerminated);

        emulator.setScenario(SmartCaptchaEmulator::Scenario::RendererCrash);
        QVERIFY(page.setHtml(html, emulator.pageOrigin()));
        // The page may crash before it confirms the click.
        static_cast<void>(
            page.click(QStringLiteral("[data-testid=smartcaptcha-checkbox]"), QStringLiteral("#js-button")));
        QVERIFY(died.count() > 0 || died.wait(60000));
        using Status = QWebEnginePage::RenderProcessTerminationStatus;
        QVERIFY(died.constFirst().constFirst().value<Status>() != QWebEnginePage::NormalTerminationStatus);

        emulator.setScenario(SmartCaptchaEmulator::Scenario::Human);
        QVERIFY(page.setHtml(html, emulator.pageOrigin()));
        page.evaluate(QStringLiteral("smartCaptcha.execute()"));
        QVERIFY(page.waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        QCOMPARE(died.count(), 1);
    }
};

QTEST_MAIN(tst_emulator_crash)
#include "tst_emulator_crash.moc"
