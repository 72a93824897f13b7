// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qlocale.h>
#include <QtCore/qmetaobject.h>
#include <QtTest/qtest.h>

using Mode = SmartCaptchaOptions::Mode;
using PageSource = SmartCaptchaOptions::PageSource;

class tst_options : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSiteKeyIsEnough()
    {
        const SmartCaptchaOptions options(QStringLiteral(" ysc1_abc\n"));
        QCOMPARE(options.siteKey(), QStringLiteral("ysc1_abc"));
        QCOMPARE(options.problems(), QStringList());
        QCOMPARE(options.effectivePageSource(), PageSource::ServicePage);
        QCOMPARE(options.loadTimeout(), 15000);
        QCOMPARE(options.challengeTimeout(), 120000);
        QCOMPARE(options.minimumChromium(), 0);
        QCOMPARE(options.service(), SmartCaptchaService::current());
    }

    void pageSourceFollowsTheOrigin()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_abc"));
        options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
        QCOMPARE(options.effectivePageSource(), PageSource::OwnPage);
        options.setPageSource(PageSource::ServicePage);
        QCOMPARE(options.effectivePageSource(), PageSource::ServicePage);
    }

    // An option that is forgotten there would not reload the page, or not be in a log.
    void everyOptionIsComparedAndPrinted()
    {
        const QMetaObject &meta = SmartCaptchaOptions::staticMetaObject;
        for (int i = 0; i < meta.propertyCount(); ++i) {
            const QMetaProperty property = meta.property(i);
            SmartCaptchaOptions changed;
            QVariant value = property.readOnGadget(&changed);
            if (property.isEnumType())
                value = property.enumerator().value(property.enumerator().keyCount() - 1);
            else if (property.typeId() == QMetaType::Bool)
                value = !value.toBool();
            else if (property.typeId() == QMetaType::Int)
                value = value.toInt() + 1;
            else if (property.typeId() == QMetaType::QString)
                value = QStringLiteral("ru");
            else if (property.typeId() == QMetaType::QUrl)
                value = QUrl(QStringLiteral("https://shop.example"));
            else if (property.typeId() == QMetaType::QVariantMap)
                value = QVariantMap{{QStringLiteral("key"), QStringLiteral("value")}};
            else
                value = QVariant::fromValue(SmartCaptchaService(QUrl(QStringLiteral("https://a.example"))));
            QVERIFY2(property.writeOnGadget(&changed, value), property.name());
            if (property.isEnumType() && changed == SmartCaptchaOptions())
                QVERIFY2(property.writeOnGadget(&changed, property.enumerator().value(0)), property.name());
            QVERIFY2(changed != SmartCaptchaOptions(), property.name());
            QString plain;
            QString printed;
            QDebug(&plain) << SmartCaptchaOptions();
            QDebug(&printed) << changed;
            QVERIFY2(plain != printed, property.name());
        }
    }

    void durationsAreMilliseconds()
    {
        using namespace std::chrono_literals;
        SmartCaptchaOptions options;
        options.setLoadTimeout(3s);
        QCOMPARE(options.loadTimeout(), 3000);
        QCOMPARE(options.loadTimeoutAsDuration(), 3000ms);
        // More milliseconds than an int can hold.
        options.setChallengeTimeout(1000h);
        QCOMPARE(options.challengeTimeout(), std::numeric_limits<int>::max());
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(2s);
        QCOMPARE(verifier.timeout(), 2000);
        verifier.setTimeout(1000h);
        QCOMPARE(verifier.timeoutAsDuration(), 10min);
    }

    void languageOfTheLocale_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("language");
        QTest::newRow("ru") << "ru_RU"
                            << "ru";
        QTest::newRow("be") << "be_BY"
                            << "be";
        QTest::newRow("de is not there") << "de_DE"
                                         << "en";
        QTest::newRow("C") << "C"
                           << "en";
        QTest::newRow("tr") << "tr_TR"
                            << "tr";
    }
    void languageOfTheLocale()
    {
        QFETCH(QString, locale);
        QFETCH(QString, language);
        const QLocale before;
        QLocale::setDefault(QLocale(locale));
        SmartCaptchaOptions options(QStringLiteral("ysc1_abc"));
        QCOMPARE(options.effectiveLanguage(), language);
        options.setLanguage(QStringLiteral("kk"));
        QCOMPARE(options.effectiveLanguage(), QStringLiteral("kk"));
        QLocale::setDefault(before);
    }

    void problems_data()
    {
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::addColumn<QString>("word");
        const SmartCaptchaOptions good(QStringLiteral("ysc1_abc"));
        const auto row = [&](const char *name, const char *word, auto change) {
            SmartCaptchaOptions options = good;
            change(options);
            QTest::newRow(name) << options << QString::fromLatin1(word);
        };
        row("no key", "no site key", [](auto &o) { o.setSiteKey({}); });
        row("server key", "server key", [](auto &o) { o.setSiteKey(QStringLiteral("ysc2_verysecret")); });
        row("placeholder", "placeholder", [](auto &o) { o.setSiteKey(QStringLiteral("ysc1_...")); });
        row("space in key", "white space", [](auto &o) { o.setSiteKey(QStringLiteral("ysc1_a b")); });
        row("language", "language", [](auto &o) { o.setLanguage(QStringLiteral("de")); });
        row("long metadata", "512", [](auto &o) {
            o.setMetadata({{QStringLiteral("k"), QString(512, QLatin1Char('x'))}});
        });
        row("nested metadata", "metadata", [](auto &o) {
            o.setMetadata({{QStringLiteral("k"), QVariantList{1, 2}}});
        });
        row("metadata of nothing", "metadata", [](auto &o) {
            o.setMetadata({{QStringLiteral("k"), QVariant::fromValue(nullptr)}});
        });
        row("metadata without a value", "metadata", [](auto &o) {
            o.setMetadata({{QStringLiteral("k"), QVariant()}});
        });
        row("metadata that is no number", "metadata", [](auto &o) {
            o.setMetadata({{QStringLiteral("k"), qQNaN()}});
        });
        row("origin with a user", "origin",
            [](auto &o) { o.setPageOrigin(QUrl(QStringLiteral("https://me:verysecret@shop.example"))); });
        row("custom page with a user", "page address", [](auto &o) {
            o.setPageSource(PageSource::CustomPage);
            o.setPageUrl(QUrl(QStringLiteral("https://me:verysecret@shop.example/page")));
        });
        row("http service", "https", [](auto &o) {
            o.setService(SmartCaptchaService(QUrl(QStringLiteral("http://captcha.example"))));
        });
        row("origin", "origin", [](auto &o) { o.setPageOrigin(QUrl(QStringLiteral("shop.example"))); });
        row("own page without origin", "origin", [](auto &o) { o.setPageSource(PageSource::OwnPage); });
        row("custom page without address", "page address",
            [](auto &o) { o.setPageSource(PageSource::CustomPage); });
        row("custom page from a file", "page address", [](auto &o) {
            o.setPageSource(PageSource::CustomPage);
            o.setPageUrl(QUrl(QStringLiteral("file:///page.html")));
        });
        row("timeout", "timeout", [](auto &o) { o.setLoadTimeout(0); });
        row("negative version", "Chromium", [](auto &o) { o.setMinimumChromium(-1); });
    }
    void problems()
    {
        QFETCH(SmartCaptchaOptions, options);
        QFETCH(QString, word);
        QCOMPARE(options.problems().size(), 1);
        QVERIFY2(options.problems().first().contains(word), qPrintable(options.problems().first()));
        // The value given as the site key may really be the secret one.
        QVERIFY(!options.problems().first().contains(QLatin1String("verysecret")));
    }

    void metadataAtTheLimit()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_abc"));
        options.setMetadata({{QStringLiteral("key"), QString(509, QLatin1Char('x'))}});
        QCOMPARE(options.problems(), QStringList());
        options.setMetadata({{QStringLiteral("n"), 5},
                             {QStringLiteral("b"), true},
                             {QStringLiteral("d"), 1.5},
                             {QStringLiteral("f"), 1.5F},
                             {QStringLiteral("u"), quint64(7)},
                             {QStringLiteral("s"), QVariant::fromValue(qint16(-7))}});
        QCOMPARE(options.problems(), QStringList());
    }

    void loopbackMayBePlain()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_abc"));
        options.setService(SmartCaptchaService(QUrl(QStringLiteral("http://127.0.0.1:8080"))));
        options.setPageOrigin(QUrl(QStringLiteral("http://localhost:8080")));
        QCOMPARE(options.problems(), QStringList());
    }

    void equalByValue()
    {
        SmartCaptchaOptions a(QStringLiteral("ysc1_abc"));
        SmartCaptchaOptions b(QStringLiteral("ysc1_abc"));
        QCOMPARE(a, b);
        b.setMode(Mode::Invisible);
        QVERIFY(a != b);
        a = b;
        a.setTestMode(true);
        QVERIFY(!b.isTestMode());
    }
};

QTEST_GUILESS_MAIN(tst_options)
#include "tst_options.moc"
