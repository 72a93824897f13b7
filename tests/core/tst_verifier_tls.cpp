// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "core/clock/clock.h"
#include "core/verify/ownmanager.h"
#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qhash.h>
#include <QtCore/qpointer.h>
#include <QtCore/qscopeguard.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

namespace {

QString data(const char *name)
{
    return QLatin1String(TEST_CERTIFICATES "/") + QLatin1String(name);
}

void startTls(ScriptedServer &server, const QString &certificate = QStringLiteral("server"))
{
    const QString file = QLatin1String(TEST_CERTIFICATES "/") + certificate;
    server.startTls(file + QLatin1String(".pem"), file + QLatin1String(".key"));
}

QSslConfiguration trusting(const SmartCaptchaVerifier &verifier)
{
    QSslConfiguration configuration = verifier.sslConfiguration();
    configuration.addCaCertificates(data("ca.pem"));
    return configuration;
}

/// A server that does with its connections what the test says, before there is any TLS.
class Doorkeeper : public ScriptedServer {
public:
    enum class Door { Open, Held, Shut };

    ~Doorkeeper() override { letIn(); }

    /// Shut: whoever has begun a handshake is sent away.
    Door door = Door::Open;
    /// How many have come.
    int callers = 0;

    void letIn()
    {
        door = Door::Open;
        while (!m_held.isEmpty())
            ScriptedServer::incomingConnection(m_held.takeFirst());
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++callers;
        if (door == Door::Open) {
            ScriptedServer::incomingConnection(descriptor);
        } else if (door == Door::Held) {
            m_held.append(descriptor);
        } else {
            auto *socket = new QTcpSocket(this);
            socket->setSocketDescriptor(descriptor);
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->disconnectFromHost();
            });
        }
    }

private:
    QList<qintptr> m_held;
};

} // namespace

/// TLS connections, and servers that only pretend to be secure.
class tst_verifier_tls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
    }

    void defaults()
    {
        SmartCaptchaVerifier verifier;
        QCOMPARE(verifier.sslConfiguration().protocol(), QSsl::TlsV1_2OrLater);
        QCOMPARE(verifier.sslConfiguration().peerVerifyMode(), QSslSocket::VerifyPeer);
    }

    void defaultsOfTheApplication_data()
    {
        QTest::addColumn<bool>("byCall");
        QTest::newRow("asked for") << false;
        QTest::newRow("by a call") << true;
    }

    // They are those of the first use.
    void defaultsOfTheApplication()
    {
        QFETCH(bool, byCall);
        ScriptedServer server;
        startTls(server);
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        const auto restored = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QSslConfiguration trusting = before;
        trusting.addCaCertificates(data("ca.pem"));
        QSslConfiguration::setDefaultConfiguration(trusting);
        if (byCall)
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("first"))).verdict(), Verdict::Human);
        else
            QCOMPARE(verifier.sslConfiguration().caCertificates(), trusting.caCertificates());
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(verifier.sslConfiguration().caCertificates(), trusting.caCertificates());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("second"))).verdict(), Verdict::Human);
    }

    void trusted_data()
    {
        QTest::addColumn<bool>("http2");
        QTest::newRow("HTTP/1.1") << false;
        QTest::newRow("HTTP/2 allowed") << true;
    }

    void trusted()
    {
        QFETCH(bool, http2);
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.setHttp2Enabled(http2);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(resultOf(verifier.verify(QString::number(i))).verdict(), Verdict::Human);
        QCOMPARE(server.connectionCount(), 1);
        QCOMPARE(server.requests().first().version, QByteArray("HTTP/1.1"));
    }

    void preconnected_data() { trusted_data(); }

    void preconnected()
    {
        QFETCH(bool, http2);
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.setHttp2Enabled(http2);
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        verifier.preconnect();
        EVENTUALLY_COMPARE(encrypted.size(), 1);
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.connectionCount(), 1);
    }

    /// The request waits for a connection whose handshake is still under way.
    void preconnectedJustBefore()
    {
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.preconnect();
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.requests().size(), 1);
    }

    /// An application may accept any certificate for itself, but the verifier does not: neither body, address
    /// nor headers are sent, and the next request does not use the accepted connection either.
    void applicationThatIgnoresErrors_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("preconnect");
        for (const char *way : {"post", "get", "backend"}) {
            QTest::addRow("%s", way) << QString::fromLatin1(way) << false;
            QTest::addRow("%s, connected early", way) << QString::fromLatin1(way) << true;
        }
    }
    void applicationThatIgnoresErrors()
    {
        QFETCH(QString, way);
        QFETCH(bool, preconnect);
        ScriptedServer server;
        startTls(server, QStringLiteral("selfsigned"));
        QNetworkAccessManager manager;
        connect(&manager, &QNetworkAccessManager::sslErrors, &manager, [&manager](QNetworkReply *reply) {
            reply->ignoreSslErrors();
            // Like an application that opens a dialog about the error.
            QMetaObject::invokeMethod(
                &manager,
                [] {
                    QEventLoop loop;
                    QTimer::singleShot(300, &loop, &QEventLoop::quit);
                    loop.exec();
                },
                Qt::QueuedConnection);
        });
        SmartCaptchaVerifier verifier;
        verifier.setNetworkAccessManager(&manager);
        verifier.setServerKey(SmartCaptchaServerKey(QStringLiteral("ysc2_key")));
        verifier.setService(SmartCaptchaService(server.url()));
        if (way == QLatin1String("get"))
            verifier.setMethod(SmartCaptchaVerifier::Method::Get);
        if (way == QLatin1String("backend")) {
            verifier.setBackendUrl(server.url(QStringLiteral("/captcha")));
            QVERIFY(verifier.setExtraHeader("Authorization", "Bearer secret"));
        }
        if (preconnect) {
            verifier.preconnect();
            letPass(200, "a request would have come by then");
        }
        for (int i = 0; i < 3; ++i)
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("the-token"))).error(), Error::Tls);
        letPass(200, "a request would have come by then");
        QVERIFY(server.requests().isEmpty());
    }

    void preconnectedBackend()
    {
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        verifier.setBackendUrl(server.url(QStringLiteral("/captcha")));
        verifier.setSslConfiguration(trusting(verifier));
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        verifier.preconnect();
        EVENTUALLY_COMPARE(encrypted.size(), 1);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.connectionCount(), 1);
    }

    /// While a connection is open and idle, further calls open no more; there are never more than six.
    void preconnectedManyTimes()
    {
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        verifier.preconnect();
        EVENTUALLY_COMPARE(encrypted.size(), 1);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("1"))).verdict(), Verdict::Human);
        for (int i = 0; i < 20; ++i)
            verifier.preconnect();
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("2"))).verdict(), Verdict::Human);
        QCOMPARE(server.connectionCount(), 1);
    }

    void preconnectedAnewAfterTheServerClosed()
    {
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        for (int i = 1; i <= 3; ++i) {
            verifier.preconnect();
            EVENTUALLY_COMPARE(encrypted.size(), i);
            letPass(100, "the client's side of the handshake ends after the server's");
            server.closeConnections();
            EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
        }
    }

    void preconnectedWhileTheHandshakeIsSlow_data() { trusted_data(); }

    /// However often it is called meanwhile, there is one connection.
    void preconnectedWhileTheHandshakeIsSlow()
    {
        QFETCH(bool, http2);
        Doorkeeper server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.setHttp2Enabled(http2);
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        // The second time, the connection is one that the server had closed.
        for (int i = 1; i <= 2; ++i) {
            server.door = Doorkeeper::Door::Held;
            verifier.preconnect();
            EVENTUALLY_COMPARE(server.callers, i);
            for (int again = 0; again < 3; ++again)
                verifier.preconnect();
            server.letIn();
            EVENTUALLY_COMPARE(encrypted.size(), i);
            QCOMPARE(resultOf(verifier.verify(QString::number(i))).verdict(), Verdict::Human);
            QCOMPARE(server.callers, i);
            server.closeConnections();
            EVENTUALLY_COMPARE(server.openConnectionCount(), 0);
        }
    }

    void preconnectedAnewAfterFailures_data() { trusted_data(); }

    /// Each failure is followed by one more connection, not by two.
    void preconnectedAnewAfterFailures()
    {
        QFETCH(bool, http2);
        Doorkeeper server;
        startTls(server);
        server.door = Doorkeeper::Door::Shut;
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.setHttp2Enabled(http2);
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        for (int i = 1; i <= 4; ++i) {
            if (i == 4)
                server.door = Doorkeeper::Door::Open;
            EVENTUALLY([&] {
                if (server.callers < i)
                    verifier.preconnect();
                return server.callers >= i;
            }());
        }
        EVENTUALLY_COMPARE(encrypted.size(), 1);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.callers, 4);
    }

    /// Qt would open fewer connections than there are calls, after one that has failed.
    void knowsThatAConnectionHasFailed()
    {
        Doorkeeper server;
        startTls(server);
        const QSslConfiguration configuration = trusting(SmartCaptchaVerifier());
        QSignalSpy encrypted(&server, &ScriptedServer::encrypted);
        OwnManager manager;
        QVERIFY(!manager.hasFailed());
        manager.connectEarly(server.url(), configuration);
        EVENTUALLY_COMPARE(encrypted.size(), 1);
        QVERIFY(!manager.hasFailed());
        server.door = Doorkeeper::Door::Shut;
        OwnManager other;
        other.connectEarly(server.url(), configuration);
        EVENTUALLY(other.hasFailed());
    }

    void preconnectedAnewWhenAHandshakeDoesNotEnd_data()
    {
        QTest::addColumn<bool>("again");
        QTest::addRow("by preconnect()") << true;
        QTest::addRow("by verify()") << false;
    }

    /// Such a connection is taken to be lost.
    void preconnectedAnewWhenAHandshakeDoesNotEnd()
    {
        QFETCH(bool, again);
        Doorkeeper server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        server.door = Doorkeeper::Door::Held;
        verifier.preconnect();
        EVENTUALLY_COMPARE(server.callers, 1);
        server.door = Doorkeeper::Door::Open;
        Clock::advance(15000);
        if (again) {
            verifier.preconnect();
            EVENTUALLY_COMPARE(server.callers, 2);
        }
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).verdict(), Verdict::Human);
        QCOMPARE(server.callers, 2);
    }

    void untrusted_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("authorityKnown");
        QTest::newRow("unknown authority") << "server" << false;
        QTest::newRow("another host") << "wronghost" << true;
        QTest::newRow("expired") << "expired" << true;
        QTest::newRow("self-signed") << "selfsigned" << true;
    }

    void untrusted()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, authorityKnown);
        ScriptedServer server;
        startTls(server, certificate);
        ScriptedServer successor;
        startTls(successor);
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setService(SmartCaptchaService(QList<QUrl>{server.url(), successor.url()}));
        QSslConfiguration configuration = authorityKnown ? trusting(verifier) : verifier.sslConfiguration();
        // Not even this makes the verifier talk to an unverified server.
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        verifier.setSslConfiguration(configuration);
        for (int i = 0; i < 2; ++i) {
            verifier.preconnect();
            const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("the-token")));
            QCOMPARE(result.error(), Error::Tls);
            QCOMPARE(result.verdict(), Verdict::Undetermined);
            QVERIFY(result.isAccepted());
            QVERIFY(result.details().startsWith(QLatin1String("127.0.0.1: ")));
            QVERIFY(result.details().size() > 20);
        }
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(successor.connectionCount(), 0);
    }

    /// What the peer sends instead of a handshake.
    void brokenHandshake_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QList<Error>>("errors");
        QTest::newRow("closes") << QByteArray() << true << QList<Error>{Error::Network, Error::Tls};
        QTest::newRow("silent") << QByteArray() << false << QList<Error>{Error::Timeout};
        QTest::newRow("speaks HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << true
                                     << QList<Error>{Error::Network, Error::Tls};
    }

    void brokenHandshake()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        QFETCH(QList<Error>, errors);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray received;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [=, &received] {
                received += socket->readAll();
                socket->write(bytes);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())));
        verifier.setTimeout(errors.contains(Error::Timeout) ? 1000 : 30000);
        // The token was not sent, so it may be verified again.
        for (int i = 0; i < 2; ++i) {
            const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("the-token")));
            QVERIFY2(errors.contains(result.error()), qPrintable(result.details()));
        }
        QVERIFY(!received.isEmpty());
        QVERIFY(!received.contains("the-token"));
    }

    void newSettingsHoldAtOnce()
    {
        ScriptedServer server;
        startTls(server);
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        const QSslConfiguration suspicious = verifier.sslConfiguration();
        verifier.setSslConfiguration(trusting(verifier));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("1"))).verdict(), Verdict::Human);
        verifier.setSslConfiguration(suspicious);
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("2"))).error(), Error::Tls);
        QCOMPARE(server.requests().size(), 1);
    }

    /// A call that waits while the settings change is sent with its own. The connections that it opens are
    /// not for the calls that come after the change.
    void newSettingsHoldWhileOldCallsWait()
    {
        QList<QPointer<QTcpSocket>> held;
        ScriptedServer server;
        startTls(server);
        server.setAction(
            [&held](QTcpSocket *socket, const ScriptedServer::Request &) { held.append(socket); });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setTimeout(60000);
        const QSslConfiguration suspicious = verifier.sslConfiguration();
        verifier.setSslConfiguration(trusting(verifier));
        // Six are under way, and the others wait.
        for (int i = 0; i < 13; ++i)
            verifier.verify(QString::number(i));
        verifier.setSslConfiguration(suspicious);
        bool finished = false;
        SmartCaptchaResult result;
        connect(verifier.verify(QStringLiteral("new")), &SmartCaptchaReply::finished, this,
                [&](const SmartCaptchaResult &given) {
                    finished = true;
                    result = given;
                });
        while (!finished) {
            EVENTUALLY(finished || !held.isEmpty());
            while (!held.isEmpty()) {
                if (QTcpSocket *socket = held.takeFirst())
                    ScriptedServer::answer()(socket, {});
            }
        }
        QCOMPARE(server.countOfToken(QStringLiteral("new")), 0);
        QCOMPARE(result.error(), Error::Tls);
    }

    /// A handshake that never ends takes its own call along, and not all that come after it.
    void theCallAfterAHandshakeThatNeverEnds_data()
    {
        QTest::addColumn<bool>("preconnect");
        QTest::newRow("of a call") << false;
        QTest::newRow("of a connection opened ahead") << true;
    }

    void theCallAfterAHandshakeThatNeverEnds()
    {
        QFETCH(bool, preconnect);
        Doorkeeper server;
        startTls(server);
        server.door = Doorkeeper::Door::Held;
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.setTimeout(500);
        if (preconnect)
            verifier.preconnect();
        else
            QCOMPARE(resultOf(verifier.verify(QStringLiteral("0"))).error(), Error::Timeout);
        EVENTUALLY_COMPARE(server.callers, 1);
        server.door = Doorkeeper::Door::Open;
        // The first of these may fail as well.
        verifier.setTimeout(2000);
        (void)resultOf(verifier.verify(QStringLiteral("1")));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("2"))).verdict(), Verdict::Human);
    }

    // When a connection breaks, Qt ends the requests that wait for one with the same error. They have not
    // been sent, and are sent anew.
    void theFaultOfAnotherConnection()
    {
        ScriptedServer server;
        startTls(server);
        server.setAction([](QTcpSocket *socket, const ScriptedServer::Request &request) {
            if (request.form().value(QStringLiteral("token")).startsWith(QLatin1String("good")))
                ScriptedServer::answer()(socket, request);
            else
                ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{")(socket,
                                                                                                 request);
        });
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        verifier.setSslConfiguration(trusting(verifier));
        verifier.setTimeout(120000);
        constexpr int count = 500;
        int asked = 0;
        QHash<Error, int> good;
        QHash<Error, int> bad;
        const auto ask = [&] {
            // In no order that the connections could follow.
            const bool isGood = (asked / 3 + asked / 7) % 2 == 0;
            const QString token = QLatin1String(isGood ? "good " : "bad ") + QString::number(asked++);
            connect(
                verifier.verify(token), &SmartCaptchaReply::finished, this,
                [&, isGood](const SmartCaptchaResult &result) { ++(isGood ? good : bad)[result.error()]; });
        };
        connect(&verifier, &SmartCaptchaVerifier::finished, this, [&] {
            if (asked < count)
                ask();
        });
        for (int i = 0; i < 12; ++i)
            ask();
        QVERIFY(eventually(
            [&] {
                return good.value(Error::NoError) + good.value(Error::Network) + bad.value(Error::Network)
                    == count;
            },
            100000));
        QCOMPARE(good.value(Error::Network), 0);
        QVERIFY(good.value(Error::NoError) > count / 3);
    }
};

QTEST_GUILESS_MAIN(tst_verifier_tls)
#include "tst_verifier_tls.moc"
