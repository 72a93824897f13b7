// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "demoservice.h"
#include "formpage.h"
#include "settingspanel.h"
#include "signinform.h"

#include <SmartCaptcha/SmartCaptchaPolicy>

#include <QtTest/qtest.h>

class tst_FormPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesAsTheProfileWants()
    {
        DemoService service;
        FormPage page(&service);
        const int timeout = page.verifier()->timeout();
        Qa::Profile profile = Qa::Profile::create(QStringLiteral("mine"));
        profile.service = SmartCaptchaService(QUrl(QStringLiteral("http://127.0.0.1:9")));
        profile.siteKey = QStringLiteral("ysc1_mine");
        profile.loadTimeout = 600000;
        profile.verifyTimeout = 77000;
        profile.allowedHosts = QStringList{QStringLiteral("shop.example")};
        service.useService(profile);
        QCOMPARE(page.verifier()->service(), profile.service);
        QCOMPARE(page.verifier()->timeout(), 77000);
        QCOMPARE(page.verifier()->policy().allowedHosts(), profile.allowedHosts);
        page.settings()->setStrict(true);
        QCOMPARE(page.verifier()->policy(), [&] {
            SmartCaptchaPolicy policy = SmartCaptchaPolicy::strict();
            policy.setAllowedHosts(profile.allowedHosts);
            return policy;
        }());
        page.loadCaptcha();
        QCOMPARE(page.form()->captcha()->options().siteKey(), profile.siteKey);
        QCOMPARE(page.form()->captcha()->options().loadTimeout(), 600000);

        // Nothing of it is left with the next one.
        QString problem;
        QVERIFY2(service.useEmulator(&problem), qPrintable(problem));
        QCOMPARE(page.verifier()->timeout(), timeout);
        QVERIFY(page.verifier()->policy().allowedHosts().isEmpty());
    }
};

QTEST_MAIN(tst_FormPage)
#include "tst_formpage.moc"
