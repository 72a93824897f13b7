// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signinform.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaPerson>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

// In the real web engine: the emulator shows its page, and plays the person.
class tst_WithEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void robotsDoNotSignIn()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        emulator.setScenario(SmartCaptchaEmulator::Scenario::Robot);
        SmartCaptchaOptions options(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        SignInForm form(options, emulator.backendUrl());
        form.captcha.setEngine(SmartCaptchaWidget::Engine::WebEngine);
        form.show();
        QSignalSpy verified(&form.captcha, &SmartCaptchaWidget::verified);
        SmartCaptchaPerson person(emulator, &form.captcha);
        QVERIFY2(person.press(), qPrintable(person.problem()));
        QTRY_COMPARE(verified.size(), 1);
        QVERIFY(!form.signIn.isEnabled());
        QTRY_COMPARE(form.captcha.state(), SmartCaptcha::State::Ready); // for another try
    }
};

QTEST_MAIN(tst_WithEngine)
#include "tst_withengine.moc"
