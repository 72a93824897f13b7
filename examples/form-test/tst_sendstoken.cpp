// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signupform.h"
#include "signupserver.h"

#include <SmartCaptcha/SmartCaptchaScriptedEngine>

#include <QtTest/qtest.h>

// A form whose token travels with its request: the server decides. Without a web engine.
class tst_SendsToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void personsSignUp()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        SmartCaptchaScriptedEngine engine;
        SignUpServer server(emulator);
        SignUpForm form(SmartCaptchaOptions(emulator.siteKey()), server.url());
        form.name.setText(QStringLiteral("Anna & Boris + 1"));
        QVERIFY(engine.giveToken(&form.captcha, emulator.issueToken()));
        form.signUp.click();
        form.signUp.click(); // has no effect
        QTRY_COMPARE(form.answer.text(), QStringLiteral("Welcome!"));
        QCOMPARE(server.requests, 1);
        QCOMPARE(server.names, QStringList{QStringLiteral("Anna & Boris + 1")});
        QVERIFY(form.captcha.token().isNull()); // used up
        QVERIFY(form.signUp.isEnabled());
    }

    void robotsDoNot()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        SmartCaptchaScriptedEngine engine;
        emulator.setScenario(SmartCaptchaEmulator::Scenario::Robot);
        SignUpServer server(emulator);
        SignUpForm form(SmartCaptchaOptions(emulator.siteKey()), server.url());
        QVERIFY(engine.giveToken(&form.captcha, emulator.issueToken()));
        form.signUp.click();
        QTRY_COMPARE(form.answer.text(), QStringLiteral("Please try again."));
        QCOMPARE(server.requests, 1);
        QVERIFY(server.names.isEmpty());
        QVERIFY(form.captcha.token().isNull());
        QVERIFY(form.signUp.isEnabled()); // for another try
    }

    void expiredTokensAreNotSent()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        SmartCaptchaScriptedEngine engine;
        SignUpServer server(emulator);
        SignUpForm form(SmartCaptchaOptions(emulator.siteKey()), server.url());
        QVERIFY(engine.giveToken(&form.captcha, emulator.issueToken()));
        QVERIFY(engine.expireToken(&form.captcha));
        form.signUp.click();
        QCOMPARE(form.answer.text(), QStringLiteral("Please pass the captcha first."));
        QVERIFY(engine.giveToken(&form.captcha, emulator.issueToken()));
        form.signUp.click();
        QTRY_COMPARE(form.answer.text(), QStringLiteral("Welcome!"));
        QCOMPARE(server.requests, 1);
    }
};

QTEST_MAIN(tst_SendsToken)
#include "tst_sendstoken.moc"
