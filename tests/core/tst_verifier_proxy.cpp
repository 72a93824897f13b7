// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qsslsocket.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qtest.h>

#include <atomic>
#include <memory>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// The route of requests: through the environment's or the application's proxy, and never through a proxy for
/// loopback. The proxy here refuses all connections, so nothing leaves this computer.
class tst_verifier_proxy : public QObject {
    Q_OBJECT

private:
    ScriptedServer m_proxy;

    /// The hosts that the proxy was asked to connect to.
    QByteArrayList targets() const
    {
        QByteArrayList targets;
        for (const ScriptedServer::Request &request : m_proxy.requests())
            targets.append(request.method + ' ' + request.target);
        return targets;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        m_proxy.start();
        m_proxy.setAction(ScriptedServer::answer({}, "403 Forbidden", "Connection: close\r\n"));
    }

    void init()
    {
        m_proxy.forgetRequests();
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                                 "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
            qunsetenv(name);
    }

    void cleanup() { init(); }

    void ofTheEnvironment_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("https_proxy") << QByteArray("https_proxy") << QByteArray("http://%1");
        QTest::newRow("HTTPS_PROXY") << QByteArray("HTTPS_PROXY") << QByteArray("http://%1");
        QTest::newRow("http_proxy") << QByteArray("http_proxy") << QByteArray("http://%1");
        QTest::newRow("all_proxy") << QByteArray("all_proxy") << QByteArray("http://%1");
        QTest::newRow("ALL_PROXY") << QByteArray("ALL_PROXY") << QByteArray("http://%1/");
        QTest::newRow("without a scheme") << QByteArray("https_proxy") << QByteArray("%1");
        QTest::newRow("with a password")
            << QByteArray("https_proxy") << QByteArray("http://us%65r:p%40ss@%1");
        QTest::newRow("with a password, without a scheme")
            << QByteArray("https_proxy") << QByteArray("user:p%40ss@%1/");
    }

    void ofTheEnvironment()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, form);
        const QByteArray address = "127.0.0.1:" + QByteArray::number(m_proxy.serverPort());
        qputenv(variable.constData(), QByteArray(form).replace("%1", address));
        if (form.contains('@'))
            m_proxy.queueAction(ScriptedServer::answer(
                {}, "407 Who", "Proxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\n"));
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(60000);
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(result.verdict(), Verdict::Undetermined);
        QCOMPARE(result.error(), Error::Network);
        QVERIFY(!targets().isEmpty());
        QCOMPARE(targets().first(), QByteArray("CONNECT smartcaptcha.invalid:443"));
        for (const ScriptedServer::Request &request : m_proxy.requests()) {
            QVERIFY(request.body.isEmpty());
            QCOMPARE(request.header("Authorization"), QByteArray());
        }
        if (form.contains('@'))
            QCOMPARE(m_proxy.requests().last().header("Proxy-Authorization"),
                     "Basic " + QByteArray("user:p@ss").toBase64());
    }

    /// Hosts in no_proxy are reached directly.
    void exceptedByTheEnvironment_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("everybody") << QByteArray("no_proxy") << QByteArray("*");
        QTest::newRow("domain") << QByteArray("NO_PROXY") << QByteArray("localhost, invalid");
    }

    void exceptedByTheEnvironment()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        qputenv("https_proxy", m_proxy.url().toEncoded());
        qputenv(variable.constData(), value);
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(60000);
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(result.error(), Error::Network);
        QCOMPARE(targets(), QByteArrayList());
        QCOMPARE(result.details(), QStringLiteral("smartcaptcha.invalid: HostNotFoundError"));
    }

    /// Nothing of what waits can be sent any more. In a thread, because others have less of a stack.
    void manyWaitWhenTheSettingIsNoLongerUnderstood()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Nothing can be verified")));
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(silent.serverPort()));
        constexpr int count = 20000;
        // Static, because the thread sanitizer does not see that the thread has ended, and that its memory
        // may be used for something else.
        static std::atomic_int finished;
        finished = 0;
        std::unique_ptr<QThread> thread(QThread::create([] {
            SmartCaptchaVerifier verifier;
            verifier.setTimeout(60000);
            pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
            QObject::connect(&verifier, &SmartCaptchaVerifier::finished, &verifier, [] { ++finished; });
            SmartCaptchaReply *first = verifier.verify(QStringLiteral("first"));
            for (int i = 1; i < count; ++i)
                verifier.verify(QString::number(i));
            qputenv("https_proxy", "ftp://127.0.0.1");
            first->abort();
            // Those that were sent.
            const QList<SmartCaptchaReply *> replies = verifier.findChildren<SmartCaptchaReply *>();
            for (SmartCaptchaReply *reply : replies)
                reply->abort();
            (void)eventually([] { return finished == count; }, 60000);
        }));
        // That of other threads than the first on some systems.
        thread->setStackSize(512 * 1024);
        thread->start();
        QVERIFY(thread->wait(120000));
        QCOMPARE(finished.load(), count);
    }

    /// An invalid proxy setting never leads to a direct connection.
    void notUnderstood_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("named");
        QTest::newRow("TLS to the proxy") << QByteArray("https://user:secret@%1") << QStringLiteral("https");
        QTest::newRow("SOCKS 4") << QByteArray("socks4a://user:secret@%1") << QStringLiteral("socks4a");
        QTest::newRow("port") << QByteArray("http://user:secret@proxy.invalid:port")
                              << QStringLiteral("port");
        QTest::newRow("host") << QByteArray("http://user:secret@") << QStringLiteral("host");
    }

    void notUnderstood()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, named);
        const QByteArray address = "127.0.0.1:" + QByteArray::number(m_proxy.serverPort());
        qputenv("https_proxy", value.replace("%1", address));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("https_proxy.*not understood")));
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(60000);
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        verifier.preconnect();
        const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
        QCOMPARE(result.error(), Error::Network);
        QCOMPARE(result.verdict(), Verdict::Undetermined);
        QVERIFY2(result.details().contains(QLatin1String("https_proxy")) && result.details().contains(named),
                 qPrintable(result.details()));
        QVERIFY(!result.details().contains(QLatin1String("secret")));
        // The token was not sent, and the warning is not repeated.
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Network);
        QCOMPARE(targets(), QByteArrayList());
        // For hosts in no_proxy, the invalid proxy does not matter.
        qputenv("no_proxy", "smartcaptcha.invalid");
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).details(),
                 QStringLiteral("smartcaptcha.invalid: HostNotFoundError"));
    }

    void notForLoopback()
    {
        for (const char *variable : {"http_proxy", "https_proxy"})
            qputenv(variable, m_proxy.url().toEncoded());
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        for (const char *host : {"127.0.0.1", "localhost"}) {
            QUrl url = server.url();
            url.setHost(QLatin1String(host));
            pointAt(verifier, url);
            QCOMPARE(resultOf(verifier.verify(QLatin1String(host))).verdict(), Verdict::Human);
        }
        QCOMPARE(targets(), QByteArrayList());
    }

    void preconnectsThroughTheSameProxy()
    {
        qputenv("https_proxy", m_proxy.url().toEncoded());
        SmartCaptchaVerifier verifier;
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        verifier.preconnect();
        EVENTUALLY(!targets().isEmpty());
        QCOMPARE(targets().first(), QByteArray("CONNECT smartcaptcha.invalid:443"));
    }

    void ofTheApplication()
    {
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_proxy.serverPort()));
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(60000);
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Network);
        QVERIFY(targets().contains("CONNECT smartcaptcha.invalid:443"));
        QNetworkProxyFactory::setUseSystemConfiguration(true);
    }

    void ofAGivenManager()
    {
        QNetworkAccessManager manager;
        manager.setProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_proxy.serverPort()));
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(60000);
        verifier.setNetworkAccessManager(&manager);
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Network);
        QVERIFY(targets().contains("CONNECT smartcaptcha.invalid:443"));
    }

    /// A proxy that is not running: the token was not sent.
    void refusingProxy()
    {
        QNetworkAccessManager manager;
        manager.setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"),
                                       ScriptedServer::refusingPort()));
        SmartCaptchaVerifier verifier;
        verifier.setTimeout(60000);
        verifier.setNetworkAccessManager(&manager);
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Network);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_proxy)
#include "tst_verifier_proxy.moc"
