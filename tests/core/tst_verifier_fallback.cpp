// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "core/service/reachableaddress.h"
#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;
using Method = SmartCaptchaVerifier::Method;

namespace {

QUrl refusing()
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort()));
}

} // namespace

/// The addresses of the service are tried in order.
class tst_verifier_fallback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ReachableAddress::forgetAll(); }

    void goesOnAndRemembers_data()
    {
        QTest::addColumn<Method>("method");
        QTest::newRow("post") << Method::Post;
        QTest::newRow("get") << Method::Get;
    }

    void goesOnAndRemembers()
    {
        QFETCH(Method, method);
        if (method == Method::Get)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("asks by GET")));
        ScriptedServer server;
        server.start();
        const SmartCaptchaService service(QList<QUrl>{refusing(), refusing(), server.url(), refusing()});
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setService(service);
        verifier.setMethod(method);
        QCOMPARE(service.baseUrl(), service.baseUrls().at(0));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("1"))).verdict(), Verdict::Human);
        QCOMPARE(service.baseUrl(), server.url());
        QCOMPARE(service.validateUrl(), server.url(QStringLiteral("/validate")));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("2"))).verdict(), Verdict::Human);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.countOfToken(QStringLiteral("1")), 1);
    }

    void goesBackWhenTheRememberedOneIsGone()
    {
        ScriptedServer first;
        ScriptedServer second;
        first.start();
        second.start();
        const SmartCaptchaService service(QList<QUrl>{first.url(), second.url()});
        ReachableAddress::remember(service.baseUrls(), second.url());
        for (int i = 1; i <= 2; ++i) {
            SmartCaptchaVerifier verifier;
            verifier.setServerKey(testKey());
            verifier.setService(service);
            QCOMPARE(resultOf(verifier.verify(QString::number(i))).verdict(), Verdict::Human);
            second.close();
        }
        QCOMPARE(second.requests().size(), 1);
        QCOMPARE(first.requests().size(), 1);
        QCOMPARE(service.baseUrl(), first.url());
    }

    void unknownHost()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setTimeout(60000);
        // RFC 6761: this name never resolves.
        verifier.setService(SmartCaptchaService(
            QList<QUrl>{QUrl(QStringLiteral("https://smartcaptcha.invalid")), server.url()}));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
    }

    /// An address without a route: Linux refuses to connect to the broadcast address, and no packet is sent.
    void noRoute()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setTimeout(60000);
        verifier.setService(
            SmartCaptchaService(QList<QUrl>{QUrl(QStringLiteral("https://255.255.255.255")), server.url()}));
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QVERIFY2(result.verdict() == Verdict::Human, qPrintable(result.details()));
        QCOMPARE(server.countOfToken(QStringLiteral("token")), 1);
    }

    void nobodyThere()
    {
        const SmartCaptchaService service(QList<QUrl>{refusing(), refusing()});
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setService(service);
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(result.error(), Error::Network);
        QCOMPARE(service.baseUrl(), service.baseUrls().at(0));
        QCOMPARE(result.details(), QStringLiteral("127.0.0.1: ConnectionRefusedError"));
    }

    /// An address that was reached is not abandoned, because the service may have received the token.
    void staysWhereItWasReached_data()
    {
        QTest::addColumn<ScriptedServer::Action>("action");
        QTest::addColumn<Error>("error");
        QTest::newRow("robot") << ScriptedServer::answer(R"({"status":"failed"})") << Error::NoError;
        QTest::newRow("status 404") << ScriptedServer::answer({}, "404 Gone") << Error::HttpStatus;
        QTest::newRow("status 503") << ScriptedServer::answer({}, "503 Busy") << Error::HttpStatus;
        QTest::newRow("redirect") << ScriptedServer::answer({}, "302 Found", "Location: /x\r\n")
                                  << Error::HttpStatus;
        QTest::newRow("no JSON") << ScriptedServer::answer("x") << Error::BadReply;
        QTest::newRow("closes") << ScriptedServer::closeAtOnce() << Error::Network;
        QTest::newRow("resets") << ScriptedServer::reset() << Error::Network;
        QTest::newRow("silent") << ScriptedServer::hang() << Error::Timeout;
    }

    void staysWhereItWasReached()
    {
        QFETCH(ScriptedServer::Action, action);
        QFETCH(Error, error);
        ScriptedServer first;
        ScriptedServer second;
        first.start();
        second.start();
        first.setAction(action);
        const SmartCaptchaService service(QList<QUrl>{first.url(), second.url()});
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setService(service);
        verifier.setTimeout(error == Error::Timeout ? 1000 : 30000);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), error);
        QCOMPARE(first.requests().size(), 1);
        QCOMPARE(second.connectionCount(), 0);
        QCOMPARE(service.baseUrl(), first.url());
    }

    void oneTimeoutForAll()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setService(SmartCaptchaService(QList<QUrl>{refusing(), server.url()}));
        verifier.setTimeout(1000);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Timeout);
        QCOMPARE(server.requests().size(), 1);
    }

    void backendHasNoSuccessor()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setBackendUrl(refusing());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Network);
        QCOMPARE(server.connectionCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_fallback)
#include "tst_verifier_fallback.moc"
