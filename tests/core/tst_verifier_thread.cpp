// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtTest/qtest.h>

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// The verifier is created in one thread and used in another; the servers stay in the first.
class tst_verifier_thread : public QObject {
    Q_OBJECT

private:
    /// Runs @p work in the other thread and waits, while the first thread runs the servers.
    template <typename Work>
    void there(Work work)
    {
        bool done = false;
        QMetaObject::invokeMethod(
            m_there.get(),
            [&] {
                work();
                QMetaObject::invokeMethod(
                    this, [&done] { done = true; }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        QVERIFY(eventually([&done] { return done; }, 60000));
    }

    /// The result for @p token when verified in the other thread.
    SmartCaptchaResult askedThere(const QString &token)
    {
        SmartCaptchaResult result;
        there([&] { result = resultOf(m_verifier->verify(token)); });
        return result;
    }

    QThread m_thread;
    std::unique_ptr<QObject> m_there;
    std::unique_ptr<SmartCaptchaVerifier> m_verifier;
    std::unique_ptr<ScriptedServer> m_server;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*thread.*")));
        m_there = std::make_unique<QObject>();
        m_there->moveToThread(&m_thread);
        m_thread.start();
        m_server = std::make_unique<ScriptedServer>();
        m_server->start();
        m_verifier = std::make_unique<SmartCaptchaVerifier>();
        pointAt(*m_verifier, m_server->url());
    }

    void cleanup()
    {
        there([this] { m_verifier.reset(); });
        m_thread.quit();
        QVERIFY(m_thread.wait());
        m_there.reset();
    }

    void movedBeforeTheFirstUse()
    {
        m_verifier->moveToThread(&m_thread);
        QCOMPARE(askedThere(QStringLiteral("a")).verdict(), Verdict::Human);
    }

    void movedAfterTheFirstUse()
    {
        QCOMPARE(resultOf(m_verifier->verify(QStringLiteral("a"))).verdict(), Verdict::Human);
        m_verifier->moveToThread(&m_thread);
        QCOMPARE(askedThere(QStringLiteral("b")).verdict(), Verdict::Human);
        QCOMPARE(askedThere(QStringLiteral("a")).error(), Error::TokenReused);
        // The other thread has opened a connection of its own.
        QCOMPARE(m_server->connectionCount(), 2);
    }

    void movedWhileCallsAreUnderWay()
    {
        m_server->setAction(ScriptedServer::hang());
        constexpr int count = 9; // some are sent, some are queued
        std::vector<int> finished(count);
        std::vector<SmartCaptchaResult> results(count);
        QThread *where = nullptr;
        for (int i = 0; i < count; ++i) {
            SmartCaptchaReply *reply = m_verifier->verify(QString::number(i));
            connect(
                reply, &SmartCaptchaReply::finished, reply,
                [&, i](const SmartCaptchaResult &result) {
                    ++finished[size_t(i)];
                    results[size_t(i)] = result;
                    where = QThread::currentThread();
                },
                Qt::DirectConnection);
        }
        EVENTUALLY_COMPARE(m_server->requests().size(), 6);
        m_verifier->moveToThread(&m_thread);
        m_server->setAction(ScriptedServer::answer());
        QCOMPARE(askedThere(QStringLiteral("new")).verdict(), Verdict::Human);
        QCOMPARE(where, &m_thread);
        for (int i = 0; i < count; ++i) {
            QCOMPARE(finished[size_t(i)], 1);
            QCOMPARE(results[size_t(i)].error(), Error::Canceled);
            QCOMPARE(m_server->countOfToken(QString::number(i)), i < 6 ? 1 : 0);
        }
        // Token 0 was sent; token 8 was still queued.
        QCOMPARE(askedThere(QStringLiteral("0")).error(), Error::TokenReused);
        QCOMPARE(askedThere(QStringLiteral("8")).verdict(), Verdict::Human);
    }

    /// The time counts although the thread of the verifier has heard of the beginning and of the end at once.
    void elapsedWhileTheThreadIsBusy()
    {
        m_server->setAction(ScriptedServer::after(40, ScriptedServer::answer()));
        m_verifier->moveToThread(&m_thread);
        constexpr int count = 12;
        QList<qint64> times;
        there([&] {
            QObject::connect(m_verifier.get(), &SmartCaptchaVerifier::finished, m_verifier.get(),
                             [&times](const SmartCaptchaResult &result) {
                                 times.append(result.elapsed());
                                 QThread::msleep(100);
                             });
            for (int i = 0; i < count; ++i)
                m_verifier->verify(QString::number(i));
            QVERIFY(eventually([&] { return times.size() == count; }, 60000));
        });
        for (const qint64 time : std::as_const(times))
            QVERIFY2(time >= 30, qPrintable(QString::number(time)));
    }

    void aManagerThatStaysBehindIsNotUsed()
    {
        QNetworkAccessManager manager;
        m_verifier->setNetworkAccessManager(&manager);
        QCOMPARE(resultOf(m_verifier->verify(QStringLiteral("a"))).verdict(), Verdict::Human);
        m_verifier->moveToThread(&m_thread);
        QCOMPARE(askedThere(QStringLiteral("b")).error(), Error::InvalidRequest);
        QCOMPARE(m_server->countOfToken(QStringLiteral("b")), 0);
        there([this] { m_verifier->setNetworkAccessManager(nullptr); });
        QCOMPARE(askedThere(QStringLiteral("b")).verdict(), Verdict::Human);
    }

    void aThreadThatWaitsForItsOwnResultIsWarned()
    {
#ifdef QT_NO_DEBUG
        QSKIP("Debug builds warn");
#else
        m_verifier->moveToThread(&m_thread);
        QSemaphore stop;
        warned = false;
        const QtMessageHandler before =
            qInstallMessageHandler([](QtMsgType, const auto &, const QString &text) {
                if (text.contains(QLatin1String("waitForFinished()")))
                    warned = true;
            });
        QFuture<SmartCaptchaResult> future;
        QMetaObject::invokeMethod(
            m_there.get(),
            [&] {
                future = m_verifier->verifyAsync(QStringLiteral("a"));
                // Like waitForFinished(), but the test can end it.
                stop.acquire();
            },
            Qt::QueuedConnection);
        const bool heard = eventually([] { return bool(warned); }, 60000);
        qInstallMessageHandler(before);
        stop.release();
        QVERIFY(heard);
        there([&] { QVERIFY(eventually([&] { return future.isFinished(); }, 30000)); });
        QCOMPARE(future.result().verdict(), Verdict::Human);
#endif
    }

private:
    static inline std::atomic_bool warned = false;
};

QTEST_GUILESS_MAIN(tst_verifier_thread)
#include "tst_verifier_thread.moc"
