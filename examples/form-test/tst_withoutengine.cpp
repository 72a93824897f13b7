// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signinform.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaScriptedEngine>

#include <QtTest/qtest.h>

// In milliseconds, and where no web engine is installed: the test says what happens in the captcha.
class tst_WithoutEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void personsSignIn()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        SmartCaptchaScriptedEngine engine;
        SignInForm form(SmartCaptchaOptions(emulator.siteKey()), emulator.backendUrl());
        QVERIFY(engine.giveToken(&form.captcha, emulator.issueToken()));
        QTRY_VERIFY(form.signIn.isEnabled());
        QVERIFY(engine.expireToken(&form.captcha));
        QVERIFY(!form.signIn.isEnabled());
    }
};

QTEST_MAIN(tst_WithoutEngine)
#include "tst_withoutengine.moc"
