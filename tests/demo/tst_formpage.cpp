// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "form/formpage.h"
#include "form/formservice.h"
#include "form/settingspanel.h"
#include "form/signinform.h"
#include "play/person.h"
#include "shared/captchapress.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaResult>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>

class tst_FormPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesAsTheProfileWants()
    {
        FormService service;
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

        // Another profile does not keep any of these settings.
        QString problem;
        QVERIFY2(service.useEmulator(&problem), qPrintable(problem));
        QCOMPARE(page.verifier()->timeout(), timeout);
        QVERIFY(page.verifier()->policy().allowedHosts().isEmpty());
    }

    void noticeHasTheReadersDomain()
    {
        FormService service;
        FormPage page(&service);
        page.settings()->setMode(SmartCaptchaOptions::Mode::Invisible);
        const QLocale before;
        for (const auto &[language, domain] : {std::pair{"ru", "yandex.ru"}, {"en", "yandex.com"}}) {
            QLocale::setDefault(QLocale(QLatin1String(language)));
            QEvent change(QEvent::LanguageChange);
            QCoreApplication::sendEvent(page.form(), &change);
            const QString address = QStringLiteral("https://%1/legal/smartcaptcha_notice/");
            QVERIFY(page.form()->notice()->text().contains(address.arg(QLatin1String(domain))));
        }
        QLocale::setDefault(before);
    }

    void letsAPersonIn_data()
    {
        QTest::addColumn<SmartCaptchaOptions::Mode>("mode");
        QTest::newRow("with the button") << SmartCaptchaOptions::Mode::Standard;
        QTest::newRow("invisible, with Sign in") << SmartCaptchaOptions::Mode::Invisible;
    }

    void letsAPersonIn()
    {
        QFETCH(SmartCaptchaOptions::Mode, mode);
        FormService service;
        QString problem;
        QVERIFY2(service.useEmulator(&problem), qPrintable(problem));
        FormPage page(&service);
        page.settings()->setMode(mode);
        page.resize(1000, 800);
        page.show();
        QCOMPARE(page.form()->notice()->isVisible(), mode == SmartCaptchaOptions::Mode::Invisible);
        SmartCaptchaWidget *const captcha = page.form()->captcha();
        EVENTUALLY_COMPARE(captcha->state(), SmartCaptcha::State::Ready);
        QSignalSpy verified(page.verifier(), &SmartCaptchaVerifier::finished);
        const auto press = [&] {
            if (mode == SmartCaptchaOptions::Mode::Standard)
                Person::click(captcha, CaptchaPress::Checkbox);
            else
                page.form()->signInButton()->click();
        };
        for (int i = 0; i < CaptchaPress::Repeats && verified.isEmpty(); ++i) {
            press();
            verified.wait(CaptchaPress::Patience);
        }
        QCOMPARE(verified.size(), 1);
        QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
        EVENTUALLY(page.form()->signInButton()->isEnabled());
    }
};

QTEST_MAIN(tst_FormPage)
#include "tst_formpage.moc"
