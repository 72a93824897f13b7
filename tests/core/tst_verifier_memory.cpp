// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/instantmanager.h"
#include "shared/ownmemory.h"
#include "shared/scriptedserver.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qscopeguard.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>

#include <cstdio>
#include <memory>

using Error = SmartCaptchaResult::Error;

namespace {

/// What waits to be deleted is deleted.
void tidyUp()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

} // namespace

/// What is left of a key and a token in the program's memory, where a core dump would show it.
class tst_verifier_memory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
#ifdef TEST_MEMORY_IS_HUGE
        QSKIP("The thread sanitizer has so much memory of its own that this takes minutes");
#endif
    }

    void leavesNothing_data()
    {
        QTest::addColumn<QString>("end");
        for (const char *end : {"answered", "asked twice", "aborted", "destroyed"})
            QTest::newRow(end) << QString::fromLatin1(end);
    }

    void leavesNothing()
    {
        QFETCH(QString, end);
        const HiddenSecret key(QStringLiteral("ysc2_"));
        const HiddenSecret token(QStringLiteral("dD0"));
        InstantManager manager;
        auto verifier = std::make_unique<SmartCaptchaVerifier>();
        verifier->setNetworkAccessManager(&manager);
        key.use([&](const QString &plain) { verifier->setServerKey(SmartCaptchaServerKey(plain)); });
        token.use([&](const QString &plain) {
            SmartCaptchaReply *reply = verifier->verify(plain);
            QVERIFY(manager.reply);
            // The search finds what there is.
            QVERIFY(key.places().size() >= 2);
            QVERIFY(!token.places().isEmpty());
            if (end == QLatin1String("aborted"))
                reply->abort();
            else if (end == QLatin1String("destroyed"))
                verifier.reset();
            else
                manager.reply->answer();
            tidyUp();
            if (end == QLatin1String("asked twice"))
                QCOMPARE(resultOf(verifier->verify(plain)).error(), Error::TokenReused);
        });
        tidyUp();
        QCOMPARE(token.places().join(QLatin1Char('\n')), QString());
        const QStringList places = key.places();
        if (verifier)
            QVERIFY2(places.size() == 1, qPrintable(places.join(QLatin1Char('\n'))));
        verifier.reset();
        tidyUp();
        QCOMPARE(key.places().join(QLatin1Char('\n')), QString());
    }

    void overTheNetwork_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        if (QSslSocket::supportsSsl())
            QTest::newRow("https") << true;
    }

    // What Qt has sent is not ours to wipe, but there is nothing else. docs/security.md says how much it is.
    void overTheNetwork()
    {
        QFETCH(bool, tls);
        // The allocator may write over what comes before a secret in a block that was freed, but not each
        // time.
        QStringList elsewhere;
        for (int times = 0; times < 3; ++times) {
            elsewhere.clear();
            verifyOverTheNetwork(tls, &elsewhere);
            if (QTest::currentTestFailed() || elsewhere.isEmpty())
                return;
        }
        QFAIL(qPrintable(elsewhere.join(QLatin1Char('\n'))));
    }

private:
    /// @p elsewhere: the copies of key and token outside of a form that has been sent.
    static void verifyOverTheNetwork(bool tls, QStringList *elsewhere)
    {
        // In a process of its own, which has copies, too.
        QProcess server;
        const auto end = qScopeGuard([&server] {
            server.kill();
            server.waitForFinished();
        });
        server.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("serve"), tls ? QStringLiteral("tls") : QString()});
        QVERIFY(server.waitForReadyRead());
        const QUrl url(QString::fromUtf8(server.readLine().trimmed()));
        const HiddenSecret key(QStringLiteral("ysc2_"));
        const HiddenSecret token(QStringLiteral("dD0"));
        auto verifier = std::make_unique<SmartCaptchaVerifier>();
        key.use([&](const QString &plain) { verifier->setServerKey(SmartCaptchaServerKey(plain)); });
        verifier->setService(SmartCaptchaService(url));
        QSslConfiguration configuration = verifier->sslConfiguration();
        configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
        verifier->setSslConfiguration(configuration);
        token.use([&](const QString &plain) {
            QCOMPARE(resultOf(verifier->verify(plain)).error(), Error::NoError);
        });
        verifier.reset();
        tidyUp();
        const QStringList ofKey = key.places();
        const QStringList ofToken = token.places();
        qInfo("%d copies of the key and %d of the token are left", int(ofKey.size()), int(ofToken.size()));
        const QRegularExpression inForm(
            QStringLiteral("1 byte for each character, after \"(secret=|&token=)\"$"));
        *elsewhere = ofKey + ofToken;
        elsewhere->removeIf([&inForm](const QString &place) { return place.contains(inForm); });
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) != QLatin1String("serve")) {
        tst_verifier_memory test;
        return QTest::qExec(&test, argc, argv);
    }
    ScriptedServer server;
    if (arguments.value(2).isEmpty())
        server.start();
    else
        server.startTls(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                        QStringLiteral(TEST_CERTIFICATES "/server.key"));
    std::printf("%s\n", server.url().toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

#include "tst_verifier_memory.moc"
