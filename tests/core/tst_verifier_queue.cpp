// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qset.h>
#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// Many requests at the same time.
class tst_verifier_queue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sixAtATimeInOrder()
    {
        ScriptedServer server;
        server.start();
        QList<QPointer<QTcpSocket>> held;
        server.setAction(
            [&held](QTcpSocket *socket, const ScriptedServer::Request &) { held.append(socket); });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
        for (int i = 0; i < 20; ++i)
            verifier.verify(QString::number(i));
        for (int done = 0; done < 20; ++done) {
            EVENTUALLY_COMPARE(server.requests().size(), qMin(done + 6, 20));
            QCOMPARE(finished.size(), done);
            QTcpSocket *socket = held.takeFirst();
            QVERIFY(socket);
            ScriptedServer::answer()(socket, {});
            EVENTUALLY_COMPARE(finished.size(), done + 1);
        }
        QStringList tokens;
        QStringList expected;
        for (int i = 0; i < 20; ++i) {
            tokens.append(server.requests().at(i).form().value(QStringLiteral("token")));
            expected.append(QString::number(i));
        }
        // Six are sent in parallel; the rest follow in order.
        QCOMPARE(tokens.mid(6), expected.mid(6));
        QCOMPARE(server.connectionCount(), 6);
    }

    /// All twelve reach the server: waiting in the queue does not count towards the timeout.
    void timeBeginsWithSending()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(1000);
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
        for (int i = 0; i < 12; ++i)
            verifier.verify(QString::number(i));
        EVENTUALLY_COMPARE(finished.size(), 12);
        for (const QList<QVariant> &arguments : finished)
            QCOMPARE(arguments.at(0).value<SmartCaptchaResult>().error(), Error::Timeout);
        QCOMPARE(server.requests().size(), 12);
    }

    void abortedWhileWaiting()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        QList<SmartCaptchaReply *> replies;
        for (int i = 0; i < 8; ++i)
            replies.append(verifier.verify(QString::number(i)));
        EVENTUALLY_COMPARE(server.requests().size(), 6);

        QSignalSpy finished(replies.at(6), &SmartCaptchaReply::finished);
        replies.at(6)->abort();
        replies.at(6)->abort();
        QVERIFY(finished.isEmpty());
        EVENTUALLY_COMPARE(finished.size(), 1);
        const auto result = finished.at(0).at(0).value<SmartCaptchaResult>();
        QCOMPARE(result.error(), Error::Canceled);
        QVERIFY(!result.isAccepted());
        QCOMPARE(result.elapsed(), 0);

        // The next one is sent as soon as there is room, and the aborted token may be verified again.
        server.setAction(ScriptedServer::answer());
        QSignalSpy all(&verifier, &SmartCaptchaVerifier::finished);
        replies.at(0)->abort();
        QCOMPARE(resultOf(replies.at(7)).verdict(), Verdict::Human);
        QCOMPARE(all.size(), 2);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("6"))).verdict(), Verdict::Human);
        // A token whose request was under way may be used up.
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("0"))).error(), Error::TokenReused);
    }

    void manyAtOnce()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
        QSignalSpy accepted(&verifier, &SmartCaptchaVerifier::accepted);
        for (int i = 0; i < 1000; ++i)
            verifier.verify(QString::number(i));
        EVENTUALLY_COMPARE(finished.size(), 1000);
        QCOMPARE(accepted.size(), 1000);
        QCOMPARE(server.requests().size(), 1000);
        QVERIFY(server.connectionCount() <= 6);
        EVENTUALLY(verifier.findChildren<SmartCaptchaReply *>().isEmpty());
        QVERIFY(verifier.children().isEmpty());
    }

    /// Those that wait are sent once, too, when the connections break under those before them.
    void connectionsBreakUnderMany()
    {
        ScriptedServer server;
        server.start();
        server.setAction([](QTcpSocket *socket, const ScriptedServer::Request &request) {
            const bool breaks = request.form().value(QStringLiteral("token")).toInt() % 7 == 3;
            (breaks ? ScriptedServer::closeAtOnce() : ScriptedServer::answer())(socket, request);
        });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        constexpr int count = 70;
        int finished = 0;
        QList<int> failed;
        for (int i = 0; i < count; ++i) {
            connect(verifier.verify(QString::number(i)), &SmartCaptchaReply::finished, this,
                    [&, i](const SmartCaptchaResult &result) {
                        ++finished;
                        if (result.error() == Error::Network)
                            failed.append(i % 7);
                        else
                            QCOMPARE(result.verdict(), Verdict::Human);
                    });
        }
        EVENTUALLY_COMPARE(finished, count);
        QCOMPARE(failed, QList<int>(10, 3));
        for (int i = 0; i < count; ++i)
            QCOMPARE(server.countOfToken(QString::number(i)), 1);
        EVENTUALLY(verifier.children().isEmpty());
    }

    /// An answer that comes after a status below 200, which some versions of Qt take for the answer, is not
    /// taken for that of the request that comes next on the connection.
    void lateAnswersAreNobodyElses()
    {
        ScriptedServer server;
        server.start();
        const QByteArray human = R"({"status":"ok","message":"","host":""})";
        server.setAction([human](QTcpSocket *socket, const ScriptedServer::Request &request) {
            const bool late = request.form().value(QStringLiteral("token")).toInt() % 5 == 2;
            const ScriptedServer::Action action = late
                ? ScriptedServer::rawThenHang(
                    "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: "
                    + QByteArray::number(human.size()) + "\r\n\r\n" + human)
                : ScriptedServer::answer(R"({"status":"failed","message":"","host":""})");
            action(socket, request);
        });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        constexpr int count = 60;
        int finished = 0;
        for (int i = 0; i < count; ++i) {
            connect(verifier.verify(QString::number(i)), &SmartCaptchaReply::finished, this,
                    [&, i](const SmartCaptchaResult &result) {
                        ++finished;
                        if (i % 5 == 2)
                            QVERIFY(result.verdict() == Verdict::Human || result.error() == Error::Network);
                        else
                            QVERIFY(result.verdict() == Verdict::Robot || result.error() == Error::Network);
                    });
        }
        EVENTUALLY_COMPARE(finished, count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(server.countOfToken(QString::number(i)), 1);
    }

    void lateAnswersAfterTheNextRequest_data()
    {
        QTest::addColumn<bool>("settingsChange");
        QTest::newRow("same settings") << false;
        QTest::newRow("settings change meanwhile") << true;
    }

    /// The same when the real answer comes only after the connection's next request. Had it come before, Qt
    /// would have closed the connection, because nobody has asked for what arrives on it.
    void lateAnswersAfterTheNextRequest()
    {
        QFETCH(bool, settingsChange);
        const auto isLate = [](int token) { return token % 5 == 2; };
        QSet<QTcpSocket *> owing;
        ScriptedServer server;
        server.start();
        server.setAction([&](QTcpSocket *socket, const ScriptedServer::Request &request) {
            if (owing.remove(socket)) {
                ScriptedServer::answer()(socket, request);
            } else if (isLate(request.form().value(QStringLiteral("token")).toInt())) {
                owing.insert(socket);
                connect(socket, &QTcpSocket::disconnected, this, [&owing, socket] { owing.remove(socket); });
                socket->write("HTTP/1.1 102 Processing\r\n\r\n");
            } else {
                ScriptedServer::answer(R"({"status":"failed","message":"","host":""})")(socket, request);
            }
        });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(2000);
        constexpr int count = 60;
        int finished = 0;
        QList<int> wrong;
        for (int i = 0; i < count; ++i) {
            connect(verifier.verify(QString::number(i)), &SmartCaptchaReply::finished, this,
                    [&, i](const SmartCaptchaResult &result) {
                        ++finished;
                        if (!isLate(i) && result.verdict() == Verdict::Human)
                            wrong.append(i);
                    });
        }
        if (settingsChange) {
            verifier.setHttp2Enabled(true);
            verifier.setHttp2Enabled(false);
        }
        EVENTUALLY_COMPARE(finished, count);
        QCOMPARE(wrong, QList<int>());
        for (int i = 0; i < count; ++i)
            QVERIFY(server.countOfToken(QString::number(i)) <= 1);
    }

    void askedAgainFromItsOwnSlot()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        int count = 0;
        connect(&verifier, &SmartCaptchaVerifier::finished, this, [&] {
            if (++count < 20)
                verifier.verify(QString::number(count));
        });
        verifier.verify(QStringLiteral("0"));
        EVENTUALLY_COMPARE(server.requests().size(), 20);
        EVENTUALLY_COMPARE(count, 20);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_queue)
#include "tst_verifier_queue.moc"
