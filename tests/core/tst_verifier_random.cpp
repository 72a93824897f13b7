// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qpointer.h>
#include <QtCore/qrandom.h>
#include <QtCore/qset.h>
#include <QtTest/qtest.h>

#include <utility>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// Many calls, a server that misbehaves in all ways, and an application that changes its mind. Whatever
/// happens, each call ends once, with the answer to its own token, and no token is sent twice.
class tst_verifier_random : public QObject {
    Q_OBJECT

private:
    static QByteArray answerFor(const QString &token)
    {
        return "{\"status\":\"ok\",\"message\":\"\",\"host\":\"" + token.toUtf8() + ".example\"}";
    }

private Q_SLOTS:
    void eachEndsOnceWithItsOwnAnswer_data()
    {
        QTest::addColumn<quint32>("seed");
        const quint32 first = qEnvironmentVariableIsSet("SEED") ? qEnvironmentVariable("SEED").toUInt()
                                                                : QRandomGenerator::system()->generate();
        for (quint32 i = 0; i < 8; ++i)
            QTest::addRow("seed %u", first + i) << first + i;
    }

    void eachEndsOnceWithItsOwnAnswer()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QSet<QTcpSocket *> all;
        // The tokens whose answers are still to come on a connection.
        QHash<QTcpSocket *, QString> owing;
        QList<std::pair<QPointer<QTcpSocket>, QString>> held;
        ScriptedServer server;
        server.start();
        server.setAction([&](QTcpSocket *socket, const ScriptedServer::Request &request) {
            const QString token = request.form().value(QStringLiteral("token"));
            if (!all.contains(socket)) {
                all.insert(socket);
                connect(socket, &QTcpSocket::disconnected, this, [&all, &owing, socket] {
                    all.remove(socket);
                    owing.remove(socket);
                });
            }
            if (owing.contains(socket)) {
                ScriptedServer::answer(answerFor(owing.take(socket)))(socket, request);
                return;
            }
            switch (random.bounded(16)) {
            case 0:
                ScriptedServer::closeAtOnce()(socket, request);
                break;
            case 1:
                ScriptedServer::reset()(socket, request);
                break;
            case 2:
                ScriptedServer::answer(answerFor(token), "200 OK", "Connection: close\r\n")(socket, request);
                socket->disconnectFromHost();
                break;
            case 3:
                owing.insert(socket, token);
                socket->write("HTTP/1.1 102 Processing\r\n\r\n");
                break;
            case 4:
                ScriptedServer::answer({}, "503 Busy")(socket, request);
                break;
            case 5:
                ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{")(socket,
                                                                                                request);
                break;
            case 6:
            case 7:
                held.append({socket, token});
                break;
            case 8:
                ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\n\r\n" + answerFor(token))(socket, request);
                break;
            default:
                ScriptedServer::answer(answerFor(token))(socket, request);
            }
        });

        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        // Shorter than the patience of the test: whatever Qt does, nothing may wait for longer.
        verifier.setTimeout(5000);
        QList<int> ends;
        QStringList wrong;
        QList<QPointer<SmartCaptchaReply>> replies;
        int finished = 0;
        connect(&verifier, &SmartCaptchaVerifier::finished, this, [&] { ++finished; });
        const auto ask = [&] {
            const int number = static_cast<int>(ends.size());
            ends.append(0);
            const QString token = QString::number(number);
            SmartCaptchaReply *reply = verifier.verify(token);
            replies.append(reply);
            connect(reply, &SmartCaptchaReply::finished, this,
                    [&, number, token](const SmartCaptchaResult &result) {
                        ++ends[number];
                        if (result.verdict() == Verdict::Human
                            && result.host() != token + QLatin1String(".example"))
                            wrong.append(token + QLatin1String(" got ") + result.host());
                    });
        };
        const auto release = [&](qsizetype i) {
            const auto [socket, token] = held.takeAt(i);
            if (socket)
                ScriptedServer::answer(answerFor(token))(socket, {});
        };
        for (int step = 0; step < 400; ++step) {
            switch (random.bounded(24)) {
            case 0:
                if (SmartCaptchaReply *reply = replies.value(random.bounded(int(replies.size()) + 1)))
                    reply->abort();
                break;
            case 1:
                delete replies.value(random.bounded(int(replies.size()) + 1));
                break;
            case 2:
                verifier.setTimeout(random.bounded(4) == 0 ? 20 : 5000);
                break;
            case 3:
                verifier.setHttp2Enabled(random.bounded(3) == 0);
                break;
            case 4:
                verifier.setSslConfiguration(verifier.sslConfiguration());
                break;
            case 5:
                verifier.setPolicy(SmartCaptchaPolicy::strict());
                break;
            case 6:
                server.closeConnections();
                break;
            case 7:
            case 8:
            case 9:
                if (!held.isEmpty())
                    release(random.bounded(int(held.size())));
                break;
            case 10:
            case 11:
            case 12:
            case 13:
                letPass(random.bounded(4), "something may happen");
                break;
            default:
                for (int i = random.bounded(6); i >= 0; --i)
                    ask();
            }
        }
        const bool allEnded = eventually([&] {
            while (!held.isEmpty())
                release(0);
            // Those whose answers come with the next request, which does not come any more.
            const QList<QTcpSocket *> sockets = owing.keys();
            for (QTcpSocket *socket : sockets)
                socket->disconnectFromHost();
            return finished == ends.size();
        });
        if (!allEnded) {
            for (qsizetype i = 0; i < ends.size(); ++i) {
                if (ends.at(i) == 0 && replies.at(i))
                    qWarning("%d has not ended; the server got it %d times", int(i),
                             server.countOfToken(QString::number(i)));
            }
        }
        QCOMPARE(finished, ends.size());
        QCOMPARE(wrong, QStringList());
        for (qsizetype i = 0; i < ends.size(); ++i) {
            QVERIFY2(ends.at(i) == 1 || (ends.at(i) == 0 && !replies.at(i)), qPrintable(QString::number(i)));
            QVERIFY2(server.countOfToken(QString::number(i)) <= 1, qPrintable(QString::number(i)));
        }
        QCOMPARE(finished, ends.size());
        EVENTUALLY(verifier.children().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_verifier_random)
#include "tst_verifier_random.moc"
