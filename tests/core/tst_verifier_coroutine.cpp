// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtCore/qtimer.h>
#include <QtTest/qtest.h>

#include <QCoroFuture>
#include <QCoroTask>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// The verifier's futures in coroutines, with QCoro.
class tst_verifier_coroutine : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<SmartCaptchaVerifier> m_verifier;

    QCoro::Task<QList<SmartCaptchaResult>> askTwice(QString token)
    {
        QList<SmartCaptchaResult> results;
        results << co_await m_verifier->verifyAsync(token);
        results << co_await m_verifier->verifyAsync(token);
        co_return results;
    }

    QCoro::Task<SmartCaptchaResult> askOnce()
    {
        co_return co_await m_verifier->verifyAsync(QStringLiteral("token"));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_server->start();
        m_verifier = std::make_unique<SmartCaptchaVerifier>();
        pointAt(*m_verifier, m_server->url());
    }

    void oneAfterTheOther()
    {
        const QList<SmartCaptchaResult> results = QCoro::waitFor(askTwice(QStringLiteral("token")));
        QCOMPARE(results.size(), 2);
        QCOMPARE(results.at(0).verdict(), Verdict::Human);
        QCOMPARE(results.at(1).error(), Error::TokenReused);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void theVerifierMayGoMeanwhile()
    {
        m_server->setAction(ScriptedServer::hang());
        QTimer::singleShot(0, this, [this] { m_verifier.reset(); });
        QCOMPARE(QCoro::waitFor(askOnce()).error(), Error::Canceled);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_coroutine)
#include "tst_verifier_coroutine.moc"
