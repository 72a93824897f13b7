// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "awaitedresult.h"
#include "scriptedserver.h"

#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// Which way requests take: through the proxy of the environment or the application, and never for loopback.
/// The proxy here refuses, so nothing leaves this computer.
class tst_verifier_proxy : public QObject {
    Q_OBJECT

private:
    ScriptedServer m_proxy;

    /// What the proxy was asked to connect to.
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
        QTest::newRow("https_proxy") << QByteArray("https_proxy");
        QTest::newRow("http_proxy") << QByteArray("http_proxy");
    }

    void ofTheEnvironment()
    {
#ifndef Q_OS_LINUX
        QSKIP("Qt reads the variables on Linux.");
#endif
        QFETCH(QByteArray, variable);
        qputenv(variable.constData(), m_proxy.url().toEncoded());
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
#ifndef Q_OS_LINUX
        QSKIP("Qt reads the variables on Linux.");
#endif
        qputenv("https_proxy", m_proxy.url().toEncoded());
        SmartCaptchaVerifier verifier;
        pointAt(verifier, QUrl(QStringLiteral("https://smartcaptcha.invalid")));
        verifier.preconnect();
        QTRY_VERIFY(!targets().isEmpty());
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

    /// A proxy that is not there: the token has not left.
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
