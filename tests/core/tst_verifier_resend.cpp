// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qbuffer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtTest/qtest.h>

#include <utility>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;
using Method = SmartCaptchaVerifier::Method;

/// A token is sent to the service only once, whatever happens to the connection; counted by the server.
class tst_verifier_resend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The behaviour of Qt that the verifier guards against. If this fails, Qt has changed, and the guard can
    /// be removed.
    void qtSendsAnotherBodyAgain()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::closeAtOnce());
        QNetworkAccessManager manager;
        QNetworkRequest request(server.url(QStringLiteral("/validate")));
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArray("application/x-www-form-urlencoded"));
        QNetworkReply *reply = manager.post(request, QByteArray("token=t"));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait(30000));
        QVERIFY(server.countOfToken(QStringLiteral("t")) > 1);
    }

    void sentOnce_data()
    {
        QTest::addColumn<ScriptedServer::Action>("ending");
        QTest::addColumn<Method>("method");
        QTest::addColumn<bool>("keptAlive");
        const std::pair<const char *, ScriptedServer::Action> endings[] = {
            {"closed", ScriptedServer::closeAtOnce()},
            {"reset", ScriptedServer::reset()},
            {"not HTTP", ScriptedServer::rawThenClose("SSH-2.0-OpenSSH\r\n")},
            {"cut in the status", ScriptedServer::rawThenClose("HTTP/1.1 2")},
            {"cut in the headers", ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Le")},
            {"cut before the body",
             ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")},
            {"cut in the body",
             ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")},
            {"cut in a chunk",
             ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{")},
            {"cut between chunks",
             ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")},
        };
        for (const auto &[name, ending] : endings) {
            for (const bool keptAlive : {false, true}) {
                QTest::addRow("post, %s, %s", keptAlive ? "kept alive" : "fresh", name)
                    << ending << Method::Post << keptAlive;
                QTest::addRow("get, %s, %s", keptAlive ? "kept alive" : "fresh", name)
                    << ending << Method::Get << keptAlive;
            }
        }
    }

    void sentOnce()
    {
        QFETCH(ScriptedServer::Action, ending);
        QFETCH(Method, method);
        QFETCH(bool, keptAlive);
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setMethod(method);
        if (method == Method::Get)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("asks by GET")));
        if (keptAlive)
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("first"))).verdict(), Verdict::Human);

        server.queueAction(ending);
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("second")));
        QCOMPARE(result.verdict(), Verdict::Undetermined);
        QCOMPARE(result.error(), Error::Network);
        if (keptAlive)
            QCOMPARE(server.requests().last().ordinal, 2);

        // A request that Qt would resend arrives before this one.
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("third"))).verdict(), Verdict::Human);
        QCOMPARE(server.countOfToken(QStringLiteral("second")), 1);
        QCOMPARE(server.requests().size(), keptAlive ? 3 : 2);

        // The token may be used up.
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("second"))).error(), Error::TokenReused);
    }

    void connectionClosedWhileIdle_data()
    {
        QTest::addColumn<Method>("method");
        QTest::newRow("post") << Method::Post;
        QTest::newRow("get") << Method::Get;
    }

    /// A connection that the server closed while it was idle is no reason to fail.
    void connectionClosedWhileIdle()
    {
        QFETCH(Method, method);
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setMethod(method);
        if (method == Method::Get)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("asks by GET")));
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(resultOf(verifier.verify(QString::number(i))).verdict(), Verdict::Human);
            server.closeConnections();
            EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
        }
        QCOMPARE(server.connectionCount(), 20);
        QCOMPARE(server.requests().size(), 20);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_resend)
#include "tst_verifier_resend.moc"
