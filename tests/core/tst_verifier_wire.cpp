// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkcookie.h>
#include <QtNetwork/qnetworkcookiejar.h>
#include <QtTest/qtest.h>

#include <limits>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;
using Method = SmartCaptchaVerifier::Method;

/// What arrives at the server, byte by byte.
class tst_verifier_wire : public QObject {
    Q_OBJECT

private:
    static void addFormRows()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("ip");
        QTest::addColumn<QByteArray>("form");
        const int longest = SmartCaptchaVerifier::MaximumTokenLength;
        QTest::newRow("plain") << "ysc2_key"
                               << "token"
                               << "192.0.2.1" << QByteArray("secret=ysc2_key&token=token&ip=192.0.2.1");
        QTest::newRow("no ip") << "ysc2_key"
                               << "token"
                               << "" << QByteArray("secret=ysc2_key&token=token");
        QTest::newRow("reserved") << "ysc2_+/&"
                                  << "dD0x+/=&secret=x%2B#?;"
                                  << "2001:db8::1"
                                  << QByteArray("secret=ysc2_%2B%2F%26&token=dD0x%2B%2F%3D%26secret%3Dx%252B"
                                                "%23%3F%3B&ip=2001%3Adb8%3A%3A1");
        QTest::newRow("unicode") << "ysc2_key" << QStringLiteral("\u20ac \U0001f600\n\"<>\\") << ""
                                 << QByteArray("secret=ysc2_key&token=%E2%82%AC%20"
                                               "%F0%9F%98%80%0A%22%3C%3E%5C");
        QTest::newRow("longest") << "ysc2_key" << QString(longest, QLatin1Char('=')) << ""
                                 << QByteArray("secret=ysc2_key&token="
                                               + QByteArray("%3D").repeated(longest));
    }

    static void compareForm(const ScriptedServer::Request &request)
    {
        QFETCH(QString, secret);
        QFETCH(QString, token);
        QFETCH(QString, ip);
        QHash<QString, QString> fields{{QStringLiteral("secret"), secret}, {QStringLiteral("token"), token}};
        if (!ip.isEmpty())
            fields.insert(QStringLiteral("ip"), ip);
        QCOMPARE(request.form(), fields);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void postsAForm_data() { addFormRows(); }

    void postsAForm()
    {
        QFETCH(QString, secret);
        QFETCH(QString, token);
        QFETCH(QString, ip);
        QFETCH(QByteArray, form);
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(SmartCaptchaServerKey(secret));
        verifier.setService(SmartCaptchaService(server.url()));
        const SmartCaptchaResult result = resultOf(verifier.verify(token, ip));
        QCOMPARE(result.verdict(), Verdict::Human);
        QCOMPARE(result.error(), Error::NoError);
        QCOMPARE(result.host(), QStringLiteral("example.com"));
        QCOMPARE(result.httpStatus(), 200);
        QVERIFY(result.isAccepted());

        QCOMPARE(server.requests().size(), 1);
        const ScriptedServer::Request &request = server.requests().first();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.target, QByteArray("/validate"));
        QCOMPARE(request.version, QByteArray("HTTP/1.1"));
        QCOMPARE(request.body, form);
        QCOMPARE(request.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(request.header("Content-Length"), QByteArray::number(form.size()));
        compareForm(request);
    }

    void getsForOldSetUps_data() { addFormRows(); }

    void getsForOldSetUps()
    {
        QFETCH(QString, secret);
        QFETCH(QString, token);
        QFETCH(QString, ip);
        QFETCH(QByteArray, form);
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(SmartCaptchaServerKey(secret));
        verifier.setService(SmartCaptchaService(server.url(QStringLiteral("/below/here/"))));
        verifier.setMethod(Method::Get);
        // Only one warning; another one would fail the test.
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("^The verifier asks by GET.*Use POST.$")));
        QCOMPARE(resultOf(verifier.verify(token, ip)).verdict(), Verdict::Human);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("second"), ip)).verdict(), Verdict::Human);

        QCOMPARE(server.requests().size(), 2);
        const ScriptedServer::Request &request = server.requests().first();
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.target, "/below/here/validate?" + form);
        QVERIFY(request.body.isEmpty());
        QVERIFY(request.header("Content-Type").isNull());
        compareForm(request);
    }

    void sendsNothingOfTheUsers()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::answer(R"({"status":"ok"})", "200 OK",
                                                "Set-Cookie: theirs=1\r\nCache-Control: max-age=3600\r\n"));
        QNetworkAccessManager manager;
        QNetworkCookie cookie("mine", "1");
        cookie.setDomain(server.url().host());
        cookie.setPath(QStringLiteral("/"));
        manager.cookieJar()->insertCookie(cookie);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setNetworkAccessManager(&manager);
        QCOMPARE(verifier.networkAccessManager(), &manager);
        QVERIFY(verifier.setExtraHeader("Authorization", "Bearer user"));
        verifier.setReuseCheckEnabled(false);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.requests().size(), 2);
        for (const ScriptedServer::Request &request : server.requests()) {
            QVERIFY(request.header("Cookie").isNull());
            QVERIFY(request.header("Authorization").isNull());
            QVERIFY(request.header("Referer").isNull());
            QVERIFY(request.header("User-Agent").startsWith("SmartCaptcha-for-Qt/"));
            QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
        }
        QCOMPARE(manager.cookieJar()->cookiesForUrl(server.url()).size(), 1);
    }

    void asksABackend()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setBackendUrl(server.url(QStringLiteral("/api/captcha?form=login#top")));
        verifier.setMethod(Method::Get);
        QVERIFY(verifier.setExtraHeaders({{"Cookie", "session=1; b=2"}, {"X-Csrf-Token", "a:b \xd1\x8f"}}));
        const SmartCaptchaResult result =
            resultOf(verifier.verify(QStringLiteral("a+b=&"), QStringLiteral("192.0.2.1")));
        QCOMPARE(result.verdict(), Verdict::Human);

        const ScriptedServer::Request &request = server.requests().first();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.target, QByteArray("/api/captcha?form=login"));
        QCOMPARE(request.body, QByteArray("token=a%2Bb%3D%26&ip=192.0.2.1"));
        QCOMPARE(request.header("Cookie"), QByteArray("session=1; b=2"));
        QCOMPARE(request.header("X-Csrf-Token"), QByteArray("a:b \xd1\x8f"));
    }

    void neverGivesTheKeyToABackend()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setBackendUrl(server.url(QStringLiteral("/mine")));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        const ScriptedServer::Request &request = server.requests().first();
        QCOMPARE(request.body, QByteArray("token=token"));
        for (const auto &[name, value] : request.headers)
            QVERIFY(!value.contains("ysc2_"));
    }

    void refusesBackends_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("http elsewhere") << QUrl(QStringLiteral("http://example.com/captcha"));
        QTest::newRow("no host") << QUrl(QStringLiteral("https:///captcha"));
        QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd"));
        QTest::newRow("relative") << QUrl(QStringLiteral("captcha"));
        QTest::newRow("user") << QUrl(QStringLiteral("https://me:secret@example.com/captcha"));
        QTest::newRow("not a loopback") << QUrl(QStringLiteral("http://127.0.0.1.example.com/captcha"));
    }

    void refusesBackends()
    {
        QFETCH(QUrl, url);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, QUrl(QStringLiteral("http://127.0.0.1:1")));
        verifier.setBackendUrl(url);
        verifier.preconnect();
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(result.error(), Error::InvalidRequest);
        QVERIFY(!result.isAccepted());
        QVERIFY(!result.details().contains(QLatin1String("secret")));
    }

    void isStrictTowardsABackend()
    {
        const QUrl nobody(QStringLiteral("http://127.0.0.1:%1/verify").arg(ScriptedServer::refusingPort()));
        SmartCaptchaVerifier verifier;
        QSignalSpy changes(&verifier, &SmartCaptchaVerifier::policyChanged);
        QCOMPARE(verifier.policy(), SmartCaptchaPolicy::serviceAdvice());
        verifier.setBackendUrl(nobody);
        QCOMPARE(verifier.policy(), SmartCaptchaPolicy::strict());
        QCOMPARE(changes.size(), 1);
        SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("a")));
        QCOMPARE(result.error(), Error::Network);
        QVERIFY(!result.isAccepted());

        verifier.setBackendUrl({});
        QCOMPARE(verifier.policy(), SmartCaptchaPolicy::serviceAdvice());
        QCOMPARE(changes.size(), 2);
        // What the application has set stays, even if it equals the default.
        verifier.setPolicy(SmartCaptchaPolicy::serviceAdvice());
        verifier.setBackendUrl(nobody);
        QCOMPARE(verifier.policy(), SmartCaptchaPolicy::serviceAdvice());
        QCOMPARE(changes.size(), 2);
        result = resultOf(verifier.verify(QStringLiteral("b")));
        QVERIFY(result.isAccepted());
    }

    void sendsNothingButAnAddress_data()
    {
        QTest::addColumn<QString>("ip");
        QTest::addColumn<bool>("sent");
        for (const char *ip : {"192.0.2.1", "2001:db8::1", "2001:DB8:0:0::1", "::ffff:192.0.2.1"})
            QTest::newRow(ip) << QString::fromLatin1(ip) << true;
        for (const char *ip :
             {"192.0.2.1, 198.51.100.2", "192.0.2.1:5", "[2001:db8::1]:443", "unknown", "192.0.2",
              "fe80::1%eth0", "192.0.2.1\r\nX: y", " 192.0.2.1", "for=192.0.2.1", "3221225985"})
            QTest::newRow(ip) << QString::fromLatin1(ip) << false;
    }

    void sendsNothingButAnAddress()
    {
        QFETCH(QString, ip);
        QFETCH(bool, sent);
        ScriptedServer server;
        server.start();
        for (const bool backend : {false, true}) {
            SmartCaptchaVerifier verifier;
            pointAt(verifier, server.url());
            if (backend)
                verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
            // Only once, however many requests there are.
            if (!sent)
                QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is no IP address")));
            for (const char *token : {"a", "b"}) {
                QCOMPARE(resultOf(verifier.verify(QString::fromLatin1(token), ip)).verdict(), Verdict::Human);
                QCOMPARE(server.requests().last().form().value(QStringLiteral("ip")), sent ? ip : QString());
            }
        }
    }

    void refusesHeaders_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no name") << QByteArray() << QByteArray("v");
        QTest::newRow("space in the name") << QByteArray("X Y") << QByteArray("v");
        QTest::newRow("colon in the name") << QByteArray("X:Y") << QByteArray("v");
        QTest::newRow("line break in the name") << QByteArray("X\r\nY") << QByteArray("v");
        QTest::newRow("not ASCII") << QByteArray("\xd0\xaf") << QByteArray("v");
        QTest::newRow("zero in the name") << QByteArray("X\0Y", 3) << QByteArray("v");
        QTest::newRow("line break") << QByteArray("X") << QByteArray("v\r\nHost: evil");
        QTest::newRow("line feed") << QByteArray("X") << QByteArray("v\nHost: evil");
        QTest::newRow("carriage return") << QByteArray("X") << QByteArray("v\rHost: evil");
        QTest::newRow("zero") << QByteArray("X") << QByteArray("v\0w", 3);
        QTest::newRow("delete") << QByteArray("X") << QByteArray("v\x7f");
        QTest::newRow("host") << QByteArray("host") << QByteArray("evil");
        QTest::newRow("length") << QByteArray("Content-Length") << QByteArray("1");
        QTest::newRow("type") << QByteArray("CONTENT-TYPE") << QByteArray("text/plain");
        QTest::newRow("transfer") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
        QTest::newRow("connection") << QByteArray("Connection") << QByteArray("close");
    }

    void refusesHeaders()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        SmartCaptchaVerifier verifier;
        QVERIFY(verifier.setExtraHeader("X-Good", "yes"));
        QVERIFY(!verifier.setExtraHeader(name, value));
        QVERIFY(!verifier.setExtraHeaders({{"A", "1"}, {name, value}}));
        QCOMPARE(verifier.extraHeaders(), (QMap<QByteArray, QByteArray>{{"X-Good", "yes"}}));
    }

    void replacesAndRemovesHeaders()
    {
        SmartCaptchaVerifier verifier;
        QVERIFY(verifier.setExtraHeader("Authorization", "one"));
        QVERIFY(verifier.setExtraHeader("AUTHORIZATION", "two"));
        QCOMPARE(verifier.extraHeaders(), (QMap<QByteArray, QByteArray>{{"AUTHORIZATION", "two"}}));
        QVERIFY(verifier.setExtraHeader("authorization", ""));
        QVERIFY(verifier.extraHeaders().isEmpty());
    }

    void usesOneConnection()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(resultOf(verifier.verify(QString::number(i))).verdict(), Verdict::Human);
        QCOMPARE(server.connectionCount(), 1);
    }

    /// Old servers and many backends mark the end of their answer by closing the connection, which Qt 6.4
    /// mishandles.
    void understandsAnswersThatEndWithTheConnection_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\n\r\n");
        QTest::newRow("1.1") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        QTest::newRow("1.1, unsaid") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
        QTest::newRow("1.1 with a length")
            << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 15\r\n\r\n");
    }

    void understandsAnswersThatEndWithTheConnection()
    {
        QFETCH(QByteArray, head);
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::rawThenClose(head + R"({"status":"ok"})"));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        for (int i = 0; i < 100; ++i) {
            const SmartCaptchaResult result = resultOf(verifier.verify(QString::number(i)));
            QVERIFY2(result.verdict() == Verdict::Human, qPrintable(result.details()));
        }
        QCOMPARE(server.requests().size(), 100);
    }

    void findsFaultsBeforeSending_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QUrl>("service");
        QTest::addColumn<QString>("token");
        QTest::addColumn<Error>("error");
        const QUrl service(QStringLiteral("http://127.0.0.1:1"));
        QTest::newRow("no key") << "" << service << "token" << Error::MissingServerKey;
        QTest::newRow("blank key") << " \n" << service << "token" << Error::MissingServerKey;
        for (const char *key : {"ysc1_0123456789", "\"ysc2_key\"", "'ysc2_key'", "`ysc2_key`",
                                "${SMARTCAPTCHA_SERVER_KEY}", "$KEY", "{{ key }}", "SERVER_KEY=ysc2_key",
                                "ysc2_key;", "ysc2_a b", "ysc2_a\nysc2_b", "ysc2_k\xc3\xa9y"})
            QTest::newRow(key) << QString::fromUtf8(key) << service << "token" << Error::InvalidServerKey;
        QTest::newRow("no token") << "ysc2_key" << service << "" << Error::InvalidRequest;
        QTest::newRow("blank token") << "ysc2_key" << service << " \t" << Error::InvalidRequest;
        QTest::newRow("long token") << "ysc2_key" << service
                                    << QString(SmartCaptchaVerifier::MaximumTokenLength + 1, QLatin1Char('t'))
                                    << Error::InvalidRequest;
        QTest::newRow("service in the clear")
            << "ysc2_key" << QUrl(QStringLiteral("http://example.com")) << "token" << Error::InvalidRequest;
        QTest::newRow("no service") << "ysc2_key" << QUrl() << "token" << Error::InvalidRequest;
    }

    void findsFaultsBeforeSending()
    {
        QFETCH(QString, key);
        QFETCH(QUrl, service);
        QFETCH(QString, token);
        QFETCH(Error, error);
        for (const SmartCaptchaPolicy &policy :
             {SmartCaptchaPolicy::serviceAdvice(), SmartCaptchaPolicy::strict()}) {
            SmartCaptchaVerifier verifier;
            verifier.setPolicy(policy);
            verifier.setServerKey(SmartCaptchaServerKey(key));
            verifier.setService(SmartCaptchaService(service));
            QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
            SmartCaptchaReply *reply = verifier.verify(token);
            QVERIFY(!reply->isFinished());
            QVERIFY(finished.isEmpty());
            const SmartCaptchaResult result = resultOf(reply);
            QCOMPARE(result.verdict(), Verdict::Undetermined);
            QCOMPARE(result.error(), error);
            QVERIFY(!result.isAccepted());
            QVERIFY(!result.details().isEmpty());
            QCOMPARE(result.elapsed(), 0);
            QCOMPARE(finished.size(), 1);
        }
    }

    void keepsItsSettings()
    {
        SmartCaptchaVerifier verifier;
        QCOMPARE(verifier.timeout(), 5000);
        QSignalSpy changed(&verifier, &SmartCaptchaVerifier::timeoutChanged);
        verifier.setTimeout(0);
        QCOMPARE(verifier.timeout(), 1);
        verifier.setTimeout(-5);
        QCOMPARE(changed.size(), 1);
        verifier.setTimeout(std::numeric_limits<int>::max());
        QCOMPARE(verifier.timeout(), 600000);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(verifier.service(), SmartCaptchaService::current());
        QCOMPARE(verifier.policy(), SmartCaptchaPolicy::serviceAdvice());
        QVERIFY(verifier.isReuseCheckEnabled());
        QVERIFY(!verifier.isHttp2Enabled());
        QCOMPARE(verifier.method(), Method::Post);
    }

    void callHasTheSettingsOfItsMoment()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::answer({}, "500 Internal Server Error"));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        SmartCaptchaReply *reply = verifier.verify(QStringLiteral("token"));
        verifier.setPolicy(SmartCaptchaPolicy::strict());
        QVERIFY(resultOf(reply).isAccepted());
        QVERIFY(!resultOf(verifier.verify(QStringLiteral("other"))).isAccepted());
    }
};

QTEST_GUILESS_MAIN(tst_verifier_wire)
#include "tst_verifier_wire.moc"
