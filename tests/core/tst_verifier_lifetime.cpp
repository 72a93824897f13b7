// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qfuturewatcher.h>
#include <QtCore/qpointer.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtTest/qtest.h>

#include <memory>
#include <utility>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

namespace {

enum class Victim { Verifier, Reply, Manager, ManagerThenVerifier, VerifierThenManager };

enum class Moment {
    AtOnce, ///< Before the event loop runs.
    Sent, ///< The server has the request and does not answer.
    Headers, ///< The headers have arrived, but not the body.
    InReplySlot,
    InFinishedSlot,
    InRejectedSlot,
    InNetworkSlot, ///< In a slot of the given manager's own signal.
};

} // namespace

/// Verifier, reply and network access manager are destroyed in every order and at every stage. Run this with
/// sanitizers as well.
class tst_verifier_lifetime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void destroyed_data()
    {
        QTest::addColumn<int>("victim");
        QTest::addColumn<int>("moment");
        QTest::addColumn<int>("calls");
        const char *victims[] = {"verifier", "reply", "manager", "manager, verifier", "verifier, manager"};
        const char *moments[] = {"at once",       "sent",          "headers",     "reply slot",
                                 "finished slot", "rejected slot", "network slot"};
        for (int victim = 0; victim < 5; ++victim) {
            for (int moment = 0; moment < 7; ++moment) {
                for (const int calls : {1, 9}) {
                    QTest::addRow("%s, %s, %d", victims[victim], moments[moment], calls)
                        << victim << moment << calls;
                }
            }
        }
    }

    void destroyed()
    {
        QFETCH(int, victim);
        QFETCH(int, moment);
        QFETCH(int, calls);
        ScriptedServer server;
        server.start();
        switch (Moment(moment)) {
        case Moment::AtOnce:
        case Moment::Sent:
            server.setAction(ScriptedServer::hang());
            break;
        case Moment::Headers:
            server.setAction(ScriptedServer::rawThenHang("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"));
            break;
        default:
            server.setAction(ScriptedServer::answer(R"({"status":"failed"})"));
        }

        QPointer<QNetworkAccessManager> manager = new QNetworkAccessManager;
        QPointer<SmartCaptchaVerifier> verifier = new SmartCaptchaVerifier;
        verifier->setNetworkAccessManager(manager);
        pointAt(*verifier, server.url());
        verifier->setTimeout(60000);

        QList<QPointer<SmartCaptchaReply>> replies;
        bool done = false;
        const auto destroy = [&] {
            if (done)
                return;
            done = true;
            switch (Victim(victim)) {
            case Victim::Verifier:
                delete verifier;
                break;
            case Victim::Reply:
                for (const auto &reply : std::as_const(replies))
                    delete reply;
                break;
            case Victim::Manager:
                // Qt itself does not survive deletion of the manager in one of its own signals.
                if (Moment(moment) == Moment::InNetworkSlot)
                    manager->deleteLater();
                else
                    delete manager;
                break;
            case Victim::ManagerThenVerifier:
                if (Moment(moment) != Moment::InNetworkSlot)
                    delete manager;
                delete verifier;
                break;
            case Victim::VerifierThenManager:
                delete verifier;
                if (Moment(moment) != Moment::InNetworkSlot)
                    delete manager;
                break;
            }
        };

        int finishedReplies = 0;
        int finishedCalls = 0;
        int decidedCalls = 0;
        const auto count = [&](int &counter, Moment here) {
            ++counter;
            if (Moment(moment) == here)
                destroy();
        };
        connect(verifier, &SmartCaptchaVerifier::finished, this,
                [&] { count(finishedCalls, Moment::InFinishedSlot); });
        connect(verifier, &SmartCaptchaVerifier::accepted, this,
                [&] { count(decidedCalls, Moment::InRejectedSlot); });
        connect(verifier, &SmartCaptchaVerifier::rejected, this,
                [&] { count(decidedCalls, Moment::InRejectedSlot); });
        if (Moment(moment) == Moment::InNetworkSlot)
            connect(manager, &QNetworkAccessManager::finished, this, destroy);
        for (int i = 0; i < calls; ++i) {
            SmartCaptchaReply *reply = verifier->verify(QString::number(i));
            replies.append(reply);
            connect(reply, &SmartCaptchaReply::finished, this,
                    [&] { count(finishedReplies, Moment::InReplySlot); });
        }

        switch (Moment(moment)) {
        case Moment::AtOnce:
            destroy();
            break;
        case Moment::Sent:
            EVENTUALLY_COMPARE(server.requests().size(), qMin(calls, 6));
            destroy();
            break;
        case Moment::Headers:
            EVENTUALLY_COMPARE(server.requests().size(), qMin(calls, 6));
            letPass(5, "the headers are on their way, and any moment will do");
            destroy();
            break;
        default:
            EVENTUALLY(done);
        }

        if (verifier && Moment(moment) < Moment::InReplySlot && Victim(victim) == Victim::Manager) {
            // The verifier continues with its own manager, which sends the waiting requests.
            server.setAction(ScriptedServer::answer());
            EVENTUALLY_COMPARE(finishedCalls, calls);
        } else if (verifier) {
            EVENTUALLY_COMPARE(finishedCalls, calls);
            EVENTUALLY_COMPARE(decidedCalls, calls);
            QVERIFY(finishedReplies <= calls);
            EVENTUALLY(verifier->findChildren<SmartCaptchaReply *>().isEmpty());
            server.setAction(ScriptedServer::answer());
            QCOMPARE(resultOf(verifier->verify(QStringLiteral("after"))).verdict(), Verdict::Human);
        } else {
            // No more signals arrive.
            const int before = finishedCalls + finishedReplies + decidedCalls;
            settle();
            QCOMPARE(finishedCalls + finishedReplies + decidedCalls, before);
            for (const auto &reply : std::as_const(replies))
                QVERIFY(!reply);
        }
        delete verifier;
        delete manager;
    }

    void ownManagerGoesWithTheVerifier()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        for (int turns = 0; turns < 20; ++turns) {
            auto verifier = std::make_unique<SmartCaptchaVerifier>();
            pointAt(*verifier, server.url());
            for (int i = 0; i < 8; ++i)
                verifier->verify(QString::number(i));
            for (int i = 0; i < turns; ++i)
                QCoreApplication::processEvents();
        }
        EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
    }

    void futureFinishes()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QFuture<SmartCaptchaResult> future = verifier.verifyAsync(QStringLiteral("token"));
        QVERIFY(!future.isFinished());
        QFutureWatcher<SmartCaptchaResult> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        QVERIFY(finished.wait(30000));
        QCOMPARE(future.resultCount(), 1);
        QCOMPARE(future.result().verdict(), Verdict::Human);

        future = verifier.verifyAsync(SmartCaptchaToken(QStringLiteral("token")));
        QVERIFY(!future.isFinished());
        EVENTUALLY(future.isFinished());
        QCOMPARE(future.result().error(), Error::TokenReused);
    }

    void canceledFutureAborts()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
        QFuture<SmartCaptchaResult> future = verifier.verifyAsync(QStringLiteral("token"));
        EVENTUALLY_COMPARE(server.requests().size(), 1);
        future.cancel();
        EVENTUALLY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).value<SmartCaptchaResult>().error(), Error::Canceled);
        QVERIFY(future.isCanceled());
        EVENTUALLY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
        EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
    }

    void futureOutlivesTheVerifier()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        auto verifier = std::make_unique<SmartCaptchaVerifier>();
        pointAt(*verifier, server.url());
        QList<QFuture<SmartCaptchaResult>> futures;
        int continued = 0;
        for (int i = 0; i < 8; ++i) {
            QFuture<SmartCaptchaResult> future = verifier->verifyAsync(QString::number(i));
            futures.append(future);
            // Asking again in here must not crash the half-destroyed verifier.
            future.then([&continued, asked = verifier.get()](const SmartCaptchaResult &result) {
                ++continued;
                if (result.error() == Error::Canceled) {
                    asked->verify(QStringLiteral("again"));
                    asked->preconnect();
                    QFuture<SmartCaptchaResult> second = asked->verifyAsync(QStringLiteral("and again"));
                    if (second.isFinished() && second.result().error() == Error::Canceled)
                        ++continued;
                }
            });
        }
        EVENTUALLY_COMPARE(server.requests().size(), 6);
        verifier.reset();
        QCOMPARE(continued, 16);
        for (const QFuture<SmartCaptchaResult> &future : std::as_const(futures)) {
            QVERIFY(future.isFinished());
            QCOMPARE(future.result().error(), Error::Canceled);
            QVERIFY(!future.result().isAccepted());
        }
    }

    void abortedInItsOwnSlot()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        SmartCaptchaReply *reply = verifier.verify(QStringLiteral("token"));
        QCOMPARE(reply->result().error(), Error::InvalidRequest);
        int finished = 0;
        connect(reply, &SmartCaptchaReply::finished, this, [&](const SmartCaptchaResult &result) {
            ++finished;
            QVERIFY(reply->isFinished());
            QCOMPARE(reply->result().verdict(), result.verdict());
            reply->abort();
        });
        QCOMPARE(resultOf(reply).verdict(), Verdict::Human);
        QCoreApplication::processEvents();
        QCOMPARE(finished, 1);
    }

    void aNestedEventLoopInASlot()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QList<Verdict> verdicts;
        connect(verifier.verify(QStringLiteral("outer")), &SmartCaptchaReply::finished, this,
                [&] { verdicts.append(resultOf(verifier.verify(QStringLiteral("inner"))).verdict()); });
        EVENTUALLY_COMPARE(verdicts, QList<Verdict>{Verdict::Human});
    }

    void inAnotherThread()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaResult result;
        bool finished = false;
        const QUrl url = server.url();
        std::unique_ptr<QThread> thread(QThread::create([&result, url] {
            SmartCaptchaVerifier verifier;
            pointAt(verifier, url);
            result = resultOf(verifier.verify(QStringLiteral("token")));
        }));
        // Not a QSignalSpy: it would be written in the thread that emits the signal, and misses an early one.
        connect(
            thread.get(), &QThread::finished, this, [&finished] { finished = true; }, Qt::QueuedConnection);
        thread->start();
        EVENTUALLY(finished);
        QVERIFY(thread->wait());
        QCOMPARE(result.verdict(), Verdict::Human);
    }

    /// Deleting a reply aborts its request; the verifier still reports how it ended.
    void deletedReply()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
        SmartCaptchaReply *reply = verifier.verify(QStringLiteral("token"));
        EVENTUALLY_COMPARE(server.requests().size(), 1);
        delete reply;
        QVERIFY(finished.isEmpty());
        EVENTUALLY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).value<SmartCaptchaResult>().error(), Error::Canceled);
        EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_lifetime)
#include "tst_verifier_lifetime.moc"
