// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "core/service/reachableaddress.h"

#include <SmartCaptcha/SmartCaptchaService>

#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

class tst_service : public QObject {
    Q_OBJECT

private:
    static QUrl u(const char *text) { return QUrl(QString::fromUtf8(text)); }

private Q_SLOTS:
    void init() { ReachableAddress::forgetAll(); }

    void currentHasASuccessor()
    {
        const SmartCaptchaService service = SmartCaptchaService::current();
        QCOMPARE(service.baseUrls(),
                 (QList<QUrl>{u("https://smartcaptcha.cloud.yandex.ru"),
                              u("https://smartcaptcha.yandexcloud.net")}));
        QCOMPARE(service, SmartCaptchaService());
        QVERIFY(service.isValid());
        QCOMPARE(service.scriptUrl(), u("https://smartcaptcha.cloud.yandex.ru/captcha.js"));
        QCOMPARE(service.validateUrl(), u("https://smartcaptcha.cloud.yandex.ru/validate"));
        QCOMPARE(service.webviewUrl(), u("https://smartcaptcha.cloud.yandex.ru/webview"));
        QCOMPARE(SmartCaptchaService::yandexCloudNet().baseUrls(),
                 QList<QUrl>{u("https://smartcaptcha.yandexcloud.net")});
        QVERIFY(SmartCaptchaService::yandexCloudNet() != service);
    }

    void addressesBelowABase_data()
    {
        QTest::addColumn<QUrl>("base");
        QTest::addColumn<QUrl>("validate");
        QTest::newRow("host") << u("https://example.com") << u("https://example.com/validate");
        QTest::newRow("slash") << u("https://example.com/") << u("https://example.com/validate");
        QTest::newRow("slashes") << u("https://example.com//") << u("https://example.com/validate");
        QTest::newRow("port") << u("http://127.0.0.1:8080/") << u("http://127.0.0.1:8080/validate");
        QTest::newRow("path") << u("https://example.com/captcha")
                              << u("https://example.com/captcha/validate");
        QTest::newRow("path and slash")
            << u("https://example.com/a/b/") << u("https://example.com/a/b/validate");
        QTest::newRow("encoded path")
            << u("https://example.com/a%2Fb%20c") << u("https://example.com/a%2Fb%20c/validate");
        QTest::newRow("IPv6") << u("http://[::1]:8080") << u("http://[::1]:8080/validate");
        QTest::newRow("case") << u("HTTPS://EXAMPLE.com") << u("https://example.com/validate");
        QTest::newRow("the rest is dropped")
            << u("https://user:password@example.com/?a=b#c") << u("https://example.com/validate");
    }

    void addressesBelowABase()
    {
        QFETCH(QUrl, base);
        QFETCH(QUrl, validate);
        const SmartCaptchaService service(base);
        QVERIFY(service.isValid());
        QCOMPARE(service.validateUrl().toEncoded(), validate.toEncoded());
        QVERIFY(!service.baseUrl().toString().endsWith(QLatin1Char('/')));
    }

    void usable_data()
    {
        QTest::addColumn<QUrl>("base");
        QTest::addColumn<bool>("valid");
        QTest::newRow("https") << u("https://example.com") << true;
        QTest::newRow("loopback") << u("http://127.0.0.1:1") << true;
        QTest::newRow("another loopback") << u("http://127.8.8.8") << true;
        QTest::newRow("loopback 6") << u("http://[::1]") << true;
        QTest::newRow("localhost") << u("http://localhost:8080") << true;
        QTest::newRow("below localhost") << u("http://shop.localhost:8080") << false;
        QTest::newRow("http") << u("http://example.com") << false;
        QTest::newRow("looks like localhost") << u("http://localhost.example.com") << false;
        QTest::newRow("ends like localhost") << u("http://notlocalhost") << false;
        QTest::newRow("looks like loopback") << u("http://127.0.0.1.example.com") << false;
        QTest::newRow("private") << u("http://192.168.0.1") << false;
        QTest::newRow("any") << u("http://0.0.0.0") << false;
        QTest::newRow("file") << u("file:///captcha.js") << false;
        QTest::newRow("no scheme") << u("example.com") << false;
        QTest::newRow("no host") << u("https:///validate") << false;
        QTest::newRow("empty") << QUrl() << false;
        QTest::newRow("script") << u("javascript:alert(1)") << false;
    }

    void usable()
    {
        QFETCH(QUrl, base);
        QFETCH(bool, valid);
        QCOMPARE(SmartCaptchaService(base).isValid(), valid);
        QCOMPARE(SmartCaptchaService(QList<QUrl>{u("https://example.org"), base}).isValid(), valid);
    }

    void equalAddressesCountOnce()
    {
        const SmartCaptchaService service(QList<QUrl>{u("https://a.example"), u("https://b.example/"),
                                                      u("https://a.example/"), u("https://A.example?x")});
        QCOMPARE(service.baseUrls(), (QList<QUrl>{u("https://a.example"), u("https://b.example")}));
        QVERIFY(!SmartCaptchaService(QList<QUrl>()).isValid());
        QVERIFY(SmartCaptchaService(QList<QUrl>()).baseUrl().isEmpty());
    }

    void remembersWhichOneAnswered()
    {
        const SmartCaptchaService service(
            QList<QUrl>{u("https://a.example"), u("https://b.example"), u("https://c.example")});
        const SmartCaptchaService other(QList<QUrl>{u("https://a.example"), u("https://b.example")});
        service.noteReachable(u("https://b.example"));
        QCOMPARE(service.baseUrl(), u("https://b.example"));
        QCOMPARE(service.scriptUrl(), u("https://b.example/captcha.js"));
        QCOMPARE(service.baseUrlsToTry(),
                 (QList<QUrl>{u("https://b.example"), u("https://a.example"), u("https://c.example")}));
        QCOMPARE(other.baseUrl(), u("https://a.example"));
        service.noteReachable(u("https://unknown.example"));
        QCOMPARE(service.baseUrl(), u("https://b.example"));
        service.noteReachable(u("https://a.example"));
        QCOMPARE(service.baseUrl(), u("https://a.example"));
    }
};

QTEST_GUILESS_MAIN(tst_service)
#include "tst_service.moc"
