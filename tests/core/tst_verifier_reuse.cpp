// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "core/clock/clock.h"
#include "core/verify/tokenmemory.h"
#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/ownmemory.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;
using Method = SmartCaptchaVerifier::Method;

/// A token is verified only once.
class tst_verifier_reuse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secondQuestion()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        SmartCaptchaReply *first = verifier.verify(QStringLiteral("token"));
        const SmartCaptchaResult meanwhile = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(meanwhile.error(), Error::TokenReused);
        QCOMPARE(meanwhile.verdict(), Verdict::Undetermined);
        QVERIFY(!meanwhile.isAccepted());
        QCOMPARE(resultOf(first).verdict(), Verdict::Human);
        QCOMPARE(resultOf(verifier.verify(SmartCaptchaToken(QStringLiteral("token")))).error(),
                 Error::TokenReused);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("Token"))).verdict(), Verdict::Human);
        QCOMPARE(server.requests().size(), 2);
    }

    void forgottenAfterFiveMinutes()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        Clock::advance(SmartCaptchaToken::Lifetime - 60000);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::TokenReused);
        Clock::advance(60000);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.requests().size(), 2);
    }

    void switchedOff()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        verifier.setReuseCheckEnabled(false);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        verifier.setReuseCheckEnabled(true);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::TokenReused);
        QCOMPARE(server.requests().size(), 4);
    }

    void eachVerifierHasItsOwnMemory()
    {
        ScriptedServer server;
        server.start();
        for (int i = 0; i < 2; ++i) {
            SmartCaptchaVerifier verifier;
            pointAt(verifier, server.url());
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        }
    }

    void expiredToken()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        const SmartCaptchaToken token(QStringLiteral("token"));
        Clock::advance(SmartCaptchaToken::Lifetime);
        const SmartCaptchaResult result = resultOf(verifier.verify(token));
        QCOMPARE(result.error(), Error::TokenExpired);
        QVERIFY(!result.isAccepted());
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(resultOf(verifier.verify(SmartCaptchaToken())).error(), Error::InvalidRequest);
        QCOMPARE(verifier.verifyAsync(token).isFinished(), false);
        // A plain string has no age.
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("other"))).verdict(), Verdict::Human);
    }

    /// Whatever the result: the service has, or may have, received the token.
    void usedUpOnceItWasSent_data()
    {
        QTest::addColumn<ScriptedServer::Action>("action");
        QTest::addColumn<Error>("error");
        QTest::newRow("robot") << ScriptedServer::answer(R"({"status":"failed"})") << Error::NoError;
        QTest::newRow("status 500") << ScriptedServer::answer({}, "500 Oops") << Error::HttpStatus;
        QTest::newRow("no JSON") << ScriptedServer::answer("x") << Error::BadReply;
        QTest::newRow("closes") << ScriptedServer::closeAtOnce() << Error::Network;
        QTest::newRow("silent") << ScriptedServer::hang() << Error::Timeout;
    }

    void usedUpOnceItWasSent()
    {
        QFETCH(ScriptedServer::Action, action);
        QFETCH(Error, error);
        ScriptedServer server;
        server.start();
        server.setAction(action);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(error == Error::Timeout ? 1000 : 30000);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), error);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::TokenReused);
        QCOMPARE(server.requests().size(), 1);
    }

    void stillGoodWhenNobodyWasReached_data()
    {
        QTest::addColumn<Method>("method");
        QTest::newRow("post") << Method::Post;
        QTest::newRow("get") << Method::Get;
    }

    void stillGoodWhenNobodyWasReached()
    {
        QFETCH(Method, method);
        if (method == Method::Get)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("asks by GET")));
        SmartCaptchaVerifier verifier;
        pointAt(verifier, QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort())));
        verifier.setMethod(method);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Network);
        ScriptedServer server;
        server.start();
        pointAt(verifier, server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
    }

    /// Aborted before the connection is established: a token that counts as unused was not sent.
    void abortedAtOnce()
    {
        ScriptedServer server;
        server.start();
        int reused = 0;
        for (int i = 0; i < 200; ++i) {
            const QString token = QString::number(i);
            SmartCaptchaVerifier verifier;
            pointAt(verifier, server.url());
            QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
            SmartCaptchaReply *reply = verifier.verify(token);
            for (int turns = 0; turns < i % 20 && finished.isEmpty(); ++turns)
                QCoreApplication::processEvents();
            if (!finished.isEmpty())
                continue;
            reply->abort();
            const Error error = resultOf(reply).error();
            QVERIFY(error == Error::Canceled || error == Error::NoError);
            const SmartCaptchaResult second = resultOf(verifier.verify(token));
            if (second.error() == Error::TokenReused)
                ++reused;
            else
                QCOMPARE(second.verdict(), Verdict::Human);
        }
        // When the connections are closed, the server has read everything that was sent.
        EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
        for (int i = 0; i < 200; ++i)
            QVERIFY(server.countOfToken(QString::number(i)) <= 1);
        // Requests aborted before the event loop ran were not sent.
        QVERIFY(reused < 200);
    }

    void memoryIsBounded()
    {
        TokenMemory memory;
        for (int i = 0; i < TokenMemory::capacity + 1000; ++i)
            QVERIFY(memory.add(SecretBytes(QByteArray::number(i))));
        QVERIFY(memory.size() <= TokenMemory::capacity);
        QVERIFY(!memory.add(SecretBytes(QByteArray::number(TokenMemory::capacity))));
        QVERIFY(memory.add(SecretBytes(QByteArrayLiteral("0"))));
        for (int i = 0; i < 3 * TokenMemory::capacity; ++i) {
            QVERIFY(memory.add(SecretBytes(QByteArrayLiteral("again"))));
            memory.remove(SecretBytes(QByteArrayLiteral("again")));
        }
        QVERIFY(memory.size() <= TokenMemory::capacity);
        Clock::advance(SmartCaptchaToken::Lifetime);
        QVERIFY(memory.add(SecretBytes(QByteArrayLiteral("0"))));
        QCOMPARE(memory.size(), 1);
    }

    /// Neither what has been released nor the stack holds the token.
    void rememberingLeavesNothingOfTheToken()
    {
#ifdef Q_OS_LINUX
        const HiddenSecret secret(QStringLiteral("dD0"));
        TokenMemory memory;
        secret.use([&](const QString &plain) {
            const SecretBytes token(plain.toUtf8());
            QVERIFY(memory.add(token));
        });
        QCOMPARE(secret.places().join(QLatin1Char('\n')), QString());
#endif
    }

    void forgottenAndAddedAgainStays()
    {
        TokenMemory memory;
        QVERIFY(memory.add(SecretBytes(QByteArrayLiteral("token"))));
        memory.remove(SecretBytes(QByteArrayLiteral("token")));
        Clock::advance(60000);
        QVERIFY(memory.add(SecretBytes(QByteArrayLiteral("token"))));
        Clock::advance(SmartCaptchaToken::Lifetime - 30000);
        QVERIFY(!memory.add(SecretBytes(QByteArrayLiteral("token"))));
        Clock::advance(30000);
        QVERIFY(memory.add(SecretBytes(QByteArrayLiteral("token"))));
    }
};

QTEST_GUILESS_MAIN(tst_verifier_reuse)
#include "tst_verifier_reuse.moc"
