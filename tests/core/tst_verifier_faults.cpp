// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtCore/qloggingcategory.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qauthenticator.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;
using Method = SmartCaptchaVerifier::Method;

namespace {

QStringList logged;

void collect(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

} // namespace

/// Servers that misbehave: each leads to one error, and no secret is disclosed.
class tst_verifier_faults : public QObject {
    Q_OBJECT

private:
    static QByteArray ok()
    {
        return QByteArrayLiteral(R"({"status":"ok","message":"","host":"example.com"})");
    }

private Q_SLOTS:
    void init()
    {
        QLoggingCategory::setFilterRules({});
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!The verifier asks by GET)")));
    }

    void fault_data()
    {
        QTest::addColumn<ScriptedServer::Action>("action");
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("status");

        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        const QByteArray huge(70 * 1024, ' ');
        const QByteArray hugeOk = ok() + huge;

        for (const char *status :
             {"201 Created", "204 No Content", "400 Bad Request", "401 Unauthorized", "403 Forbidden",
              "404 Not Found", "407 Proxy Authentication Required", "429 Too Many Requests",
              "500 Internal Server Error", "503 Service Unavailable", "999 Strange"}) {
            QTest::newRow(status) << ScriptedServer::answer(
                QByteArray(status).startsWith("204") ? QByteArray() : ok(), status,
                QByteArray(status).startsWith("40") ? "WWW-Authenticate: Basic realm=\"x\"\r\n"
                                                      "Proxy-Authenticate: Basic realm=\"x\"\r\n"
                                                    : "")
                                  << Error::HttpStatus << QByteArray(status).left(3).toInt();
        }
        for (const char *status :
             {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"}) {
            QTest::newRow(status) << ScriptedServer::answer(ok(), status, "Location: /elsewhere\r\n")
                                  << Error::HttpStatus << QByteArray(status).left(3).toInt();
        }
        QTest::newRow("redirect without a place")
            << ScriptedServer::answer(ok(), "302 Found") << Error::HttpStatus << 302;
        QTest::newRow("status 500, body never comes")
            << ScriptedServer::rawThenHang("HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n")
            << Error::HttpStatus << 500;
        QTest::newRow("status 500, body cut")
            << ScriptedServer::rawThenClose("HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\nx")
            << Error::HttpStatus << 500;

        QTest::newRow("HTML") << ScriptedServer::answer("<html>ok</html>") << Error::BadReply << 200;
        QTest::newRow("empty") << ScriptedServer::answer("") << Error::BadReply << 200;
        QTest::newRow("half JSON") << ScriptedServer::answer(R"({"status":"ok")") << Error::BadReply << 200;
        QTest::newRow("length too short")
            << ScriptedServer::rawThenClose(head + "Content-Length: 5\r\n\r\n" + ok()) << Error::BadReply
            << 200;
        QTest::newRow("until closed, half")
            << ScriptedServer::rawThenClose(head + "\r\n{\"status\":") << Error::BadReply << 200;
        QTest::newRow("compressed") << ScriptedServer::answer(
            QByteArray::fromHex("1f8b0800000000000003ab562a2e492c292d56b2"
                                "52cacf56aa0500d9a6b2d30f000000"),
            "200 OK", "Content-Encoding: gzip\r\n")
                                    << Error::BadReply << 200;
        QTest::newRow("huge") << ScriptedServer::answer(hugeOk) << Error::BadReply << 200;
        QTest::newRow("huge by its word")
            << ScriptedServer::rawThenHang(head + "Content-Length: 1000000000\r\n\r\n{") << Error::BadReply
            << 200;
        QTest::newRow("huge, until closed")
            << ScriptedServer::rawThenClose(head + "\r\n" + hugeOk) << Error::BadReply << 200;
        QTest::newRow("huge, never ends")
            << ScriptedServer::rawThenHang(head + "\r\n" + hugeOk) << Error::BadReply << 200;
        QTest::newRow("huge, in chunks")
            << ScriptedServer::rawThenHang(head + "Transfer-Encoding: chunked\r\n\r\n"
                                           + QByteArray::number(hugeOk.size(), 16) + "\r\n" + hugeOk + "\r\n")
            << Error::BadReply << 200;

        QTest::newRow("silent") << ScriptedServer::hang() << Error::Timeout << 0;
        QTest::newRow("headers, then silent")
            << ScriptedServer::rawThenHang(head + "Content-Length: 50\r\n\r\n") << Error::Timeout << 200;
        QTest::newRow("length too long, then silent")
            << ScriptedServer::rawThenHang(head + "Content-Length: 5000\r\n\r\n" + ok()) << Error::Timeout
            << 200;
        QTest::newRow("drips") << ScriptedServer::drip(
            head + "Content-Length: " + QByteArray::number(ok().size()) + "\r\n\r\n" + ok(), 100)
                               << Error::Timeout << 0;
        QTest::newRow("endless headers")
            << ScriptedServer::drip(head + QByteArray("X: y\r\n").repeated(1000), 1) << Error::Timeout << 0;

        QTest::newRow("closes") << ScriptedServer::closeAtOnce() << Error::Network << 0;
        QTest::newRow("resets") << ScriptedServer::reset() << Error::Network << 0;
        QTest::newRow("not HTTP") << ScriptedServer::rawThenClose("220 smtp.example.com\r\n")
                                  << Error::Network << 0;
        QTest::newRow("length too long, then closes")
            << ScriptedServer::rawThenClose(head + "Content-Length: 5000\r\n\r\n" + ok()) << Error::Network
            << 200;
        QTest::newRow("a chunk cut") << ScriptedServer::rawThenClose(
            head + "Transfer-Encoding: chunked\r\n\r\n50\r\n" + ok())
                                     << Error::Network << 200;
        QTest::newRow("no last chunk")
            << ScriptedServer::rawThenClose(head + "Transfer-Encoding: chunked\r\n\r\n"
                                            + QByteArray::number(ok().size(), 16) + "\r\n" + ok() + "\r\n")
            << Error::Network << 200;
    }

    void fault()
    {
        QFETCH(ScriptedServer::Action, action);
        QFETCH(Error, error);
        QFETCH(int, status);
        QLoggingCategory::setFilterRules(QStringLiteral("smartcaptcha.*=true"));
        for (const Method method : {Method::Post, Method::Get}) {
            ScriptedServer server;
            server.start();
            server.setAction(action);
            SmartCaptchaVerifier verifier;
            pointAt(verifier, server.url());
            verifier.setMethod(method);
            verifier.setTimeout(error == Error::Timeout ? 1000 : 30000);
            QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
            QSignalSpy accepted(&verifier, &SmartCaptchaVerifier::accepted);
            QSignalSpy rejected(&verifier, &SmartCaptchaVerifier::rejected);

            logged.clear();
            const QtMessageHandler before = qInstallMessageHandler(collect);
            SmartCaptchaReply *reply = verifier.verify(QStringLiteral("the-token"));
            const SmartCaptchaResult result = resultOf(reply);
            qDebug() << result;
            qInstallMessageHandler(before);

            QCOMPARE(result.error(), error);
            QCOMPARE(result.verdict(), Verdict::Undetermined);
            QCOMPARE(result.httpStatus(), status);
            QVERIFY(result.isAccepted());
            QCOMPARE(finished.size(), 1);
            QCOMPARE(accepted.size(), 1);
            QCOMPARE(rejected.size(), 0);
            QCOMPARE(server.requests().size(), 1);

            QVERIFY(logged.size() >= 2);
            const QString all = logged.join(QLatin1Char('\n')) + result.details();
            for (const char *secret : {"the-token", "ysc2_0123", "secret=", "?"})
                QVERIFY2(!all.contains(QLatin1String(secret)), qPrintable(all));
        }
    }

    void saysNothingBelow200_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
        QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n");
        QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
        QTest::newRow("several") << QByteArray(
            "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n");
    }

    void saysNothingBelow200()
    {
        QFETCH(QByteArray, before);
        ScriptedServer server;
        server.start();
        server.queueAction(ScriptedServer::rawThenHang(before + "HTTP/1.1 200 OK\r\nContent-Length: "
                                                       + QByteArray::number(ok().size()) + "\r\n\r\n"
                                                       + ok()));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(30000);
        const SmartCaptchaResult answered = resultOf(verifier.verify(QStringLiteral("a")));
        // Some versions of Qt read on; others take it for the final answer, and then the verdict is unknown.
        if (answered.verdict() == Verdict::Human) {
            QCOMPARE(answered.httpStatus(), 200);
        } else {
            QCOMPARE(answered.error(), Error::Network);
            QCOMPARE(answered.httpStatus(), 0);
        }
        // The late answer is not taken for that of the next token.
        server.queueAction(ScriptedServer::answer(R"({"status":"failed","message":"","host":""})"));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("next"))).verdict(), Verdict::Robot);

        // No final answer follows.
        server.queueAction(ScriptedServer::rawThenClose(before));
        const SmartCaptchaResult cut = resultOf(verifier.verify(QStringLiteral("b")));
        QCOMPARE(cut.error(), Error::Network);
        QCOMPARE(cut.httpStatus(), 0);
        verifier.setTimeout(1000);
        server.queueAction(ScriptedServer::rawThenHang(before));
        const SmartCaptchaResult silent = resultOf(verifier.verify(QStringLiteral("c")));
        QVERIFY(silent.error() == Error::Timeout || silent.error() == Error::Network);
        QCOMPARE(silent.httpStatus(), 0);
    }

    // The timeout starts when the request is handed to the network, so a busy thread does not use it up.
    void busyThreadLosesNoTime()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(3000);
        SmartCaptchaReply *const reply = verifier.verify(QStringLiteral("token"));
        QThread::msleep(3500);
        const SmartCaptchaResult result = resultOf(reply);
        QVERIFY2(result.verdict() == Verdict::Human, qPrintable(result.details()));
        QVERIFY(result.elapsed() < 3500);
    }

    void slowButInTime()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::drip(
            "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(ok().size()) + "\r\n\r\n" + ok(), 2));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(result.verdict(), Verdict::Human);
        QVERIFY(result.elapsed() > 0);
    }

    void largestAnswer()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::answer(ok() + QByteArray(64 * 1024 - ok().size(), ' ')));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("fits"))).verdict(), Verdict::Human);
        server.setAction(ScriptedServer::answer(ok() + QByteArray(64 * 1024 - ok().size() + 1, ' ')));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("too long"))).error(), Error::BadReply);
    }

    void transferTimeoutOfAGivenManager()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        QNetworkAccessManager manager;
        manager.setTransferTimeout(100);
        SmartCaptchaVerifier verifier;
        verifier.setNetworkAccessManager(&manager);
        pointAt(verifier, server.url());
        verifier.setTimeout(30000);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Timeout);
    }

    void keepsAnsweringAfterFaults()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        for (int i = 0; i < 5; ++i) {
            server.queueAction(ScriptedServer::closeAtOnce());
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("a%1").arg(i))).error(), Error::Network);
            server.queueAction(ScriptedServer::answer(QByteArray(100000, 'x')));
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("b%1").arg(i))).error(), Error::BadReply);
            server.queueAction(ScriptedServer::answer({}, "503 Busy"));
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("c%1").arg(i))).error(), Error::HttpStatus);
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("d%1").arg(i))).verdict(), Verdict::Human);
        }
        QCOMPARE(server.requests().size(), 20);
    }

    /// A 401 answer is an error: the verifier does not repeat the request with a stored password.
    void storedPasswordsStayHome()
    {
        ScriptedServer server;
        server.start();
        server.setAction(
            ScriptedServer::answer({}, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::HttpStatus);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().header("Authorization").isNull());
    }
};

QTEST_GUILESS_MAIN(tst_verifier_faults)
#include "tst_verifier_faults.moc"
