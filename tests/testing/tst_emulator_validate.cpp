// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "emulatorclient.h"
#include "shared/eventually.h"
#include "shared/loopbacktls.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qset.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;
using Scenario = SmartCaptchaEmulator::Scenario;

namespace {

constexpr char invalidToken[] = R"({"message":"Invalid or expired Token.","status":"failed"})";

} // namespace

class tst_emulator_validate : public QObject {
    Q_OBJECT

private:
    EmulatorClient::Answer validate(const QString &secret, const QString &token)
    {
        return m_client.post(m_emulator->service().validateUrl(),
                             {{QStringLiteral("secret"), secret}, {QStringLiteral("token"), token}});
    }

    EmulatorClient::Answer validate(const QString &token)
    {
        return validate(m_emulator->serverKey().secretValue(), token);
    }

    std::unique_ptr<SmartCaptchaEmulator> m_emulator;
    EmulatorClient m_client;

private Q_SLOTS:
    void init()
    {
        m_emulator = std::make_unique<SmartCaptchaEmulator>();
        QVERIFY2(m_emulator->listen(), qPrintable(m_emulator->errorString()));
    }

    void keysAreAPair()
    {
        QVERIFY(m_emulator->siteKey().startsWith(QLatin1String("ysc1_")));
        QVERIFY(m_emulator->serverKey().hasKnownForm());
        QVERIFY(m_emulator->serverKey().belongsTo(m_emulator->siteKey()));
        QVERIFY(SmartCaptchaEmulator().siteKey() != m_emulator->siteKey());
    }

    void addresses()
    {
        const QString port = QString::number(m_emulator->port());
        QCOMPARE(m_emulator->url(), QUrl(QLatin1String("http://127.0.0.1:") + port));
        QCOMPARE(m_emulator->pageOrigin(), QUrl(QLatin1String("http://localhost:") + port));
        QVERIFY(m_emulator->service().isValid());
        QCOMPARE(m_emulator->service().validateUrl().path(), QLatin1String("/validate"));
    }

    void listensOnLoopbackOnceAndAgain()
    {
        QVERIFY(!m_emulator->listen());
        QVERIFY(m_emulator->errorString().contains(QString::number(m_emulator->port())));
        const quint16 port = m_emulator->port();

        SmartCaptchaEmulator second;
        QVERIFY(!second.listen(port));
        QVERIFY2(second.errorString().contains(QString::number(port)), qPrintable(second.errorString()));

        QSignalSpy changed(m_emulator.get(), &SmartCaptchaEmulator::listeningChanged);
        m_emulator->close();
        QCOMPARE(changed.count(), 1);
        QVERIFY(!m_emulator->isListening());
        QVERIFY(m_emulator->url().isEmpty());
        QCOMPARE(m_emulator->port(), quint16(0));
        QVERIFY2(m_emulator->listen(port), qPrintable(m_emulator->errorString()));
        QCOMPARE(m_emulator->port(), port);
    }

    void tokenHasTheRealLook()
    {
        const QString token = m_emulator->issueToken();
        QCOMPARE(token.size(), 396);
        QVERIFY(token.contains(QLatin1Char('+')) && token.contains(QLatin1Char('/')));
        QVERIFY(token.endsWith(QLatin1Char('=')));
        const QString text = QString::fromLatin1(QByteArray::fromBase64(token.toLatin1()));
        const QRegularExpression form(
            QStringLiteral("^t=\\d+;i=127\\.0\\.0\\.1;D=[0-9a-f]+;u=\\d+;h=[0-9a-f]{32};"));
        QVERIFY2(form.match(text).hasMatch(), qPrintable(text));

        QSet<QString> tokens;
        for (int i = 0; i < 200; ++i)
            tokens.insert(m_emulator->issueToken());
        QCOMPARE(tokens.size(), 200);
    }

    void answers_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("human") << Scenario::Human
                               << QByteArray(R"({"host":"example.com","message":"","status":"ok"})");
        QTest::newRow("challenge") << Scenario::Challenge
                                   << QByteArray(R"({"host":"example.com","message":"","status":"ok"})");
        QTest::newRow("robot") << Scenario::Robot << QByteArray(R"({"message":"","status":"failed"})");
        QTest::newRow("expired-token") << Scenario::ExpiredToken << QByteArray(invalidToken);
        QTest::newRow("reused-token") << Scenario::ReusedToken << QByteArray(invalidToken);
        QTest::newRow("empty-host") << Scenario::EmptyHost
                                    << QByteArray(R"({"host":"","message":"","status":"ok"})");
        QTest::newRow("host-with-port")
            << Scenario::HostWithPort
            << QByteArray(R"({"host":"example.com:8080","message":"","status":"ok"})");
        QTest::newRow("no-host") << Scenario::NoHost << QByteArray(R"({"message":"","status":"ok"})");
        QTest::newRow("wrong-key")
            << Scenario::WrongKey
            << QByteArray(R"({"message":"Authentication failed. Invalid secret.","status":"failed"})");
        QTest::newRow("restricted") << Scenario::Restricted
                                    << QByteArray(R"({"host":"example.com","message":"","status":"ok"})");
    }

    void answers()
    {
        QFETCH(Scenario, scenario);
        QFETCH(QByteArray, body);
        m_emulator->setScenario(scenario);

        const EmulatorClient::Answer posted = validate(m_emulator->issueToken());
        QCOMPARE(posted.status, 200);
        QCOMPARE(posted.header("Content-Type"), "application/json; charset=utf-8");
        QCOMPARE(posted.header("Cache-Control"), "no-store");
        QCOMPARE(posted.body, body);

        const QString token = m_emulator->issueToken();
        const EmulatorClient::Answer got =
            m_client.get(m_emulator->service().validateUrl(),
                         {{QStringLiteral("secret"), m_emulator->serverKey().secretValue()},
                          {QStringLiteral("ip"), QStringLiteral("203.0.113.7")},
                          {QStringLiteral("token"), token}});
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, body);

        const EmulatorClient::Answer backend =
            m_client.post(m_emulator->backendUrl(), {{QStringLiteral("token"), m_emulator->issueToken()}});
        QCOMPARE(backend.status, 200);
        QCOMPARE(backend.body, body);
        QCOMPARE(backend.header("Access-Control-Allow-Origin"), "*");
    }

    void missingSecretComesBeforeTheToken()
    {
        const QByteArray noSecret =
            R"({"message":"Authentication failed. Secret has not provided.","status":"failed"})";
        const QString token = m_emulator->issueToken();
        QCOMPARE(validate(QString(), token).body, noSecret);
        QCOMPARE(m_client.get(m_emulator->service().validateUrl(), {}).body, noSecret);
        // None of these requests has used up the token.
        QVERIFY(validate(token).body.contains(R"("status":"ok")"));
    }

    void wrongSecretLeavesTheTokenAlone()
    {
        const QString token = m_emulator->issueToken();
        QVERIFY(validate(QStringLiteral("ysc2_wrong"), token).body.contains("Invalid secret"));
        QVERIFY(validate(token).body.contains(R"("status":"ok")"));
    }

    void badTokens()
    {
        for (const QString &token :
             {QString(), QStringLiteral("made-up"), m_emulator->issueToken().chopped(1),
              SmartCaptchaEmulator().issueToken()})
            QCOMPARE(validate(token).body, QByteArray(invalidToken));
        m_emulator->setScenario(Scenario::Restricted);
        QVERIFY(validate(QStringLiteral("made-up")).body.contains(R"("status":"ok")"));
    }

    void oneTime()
    {
        const QString token = m_emulator->issueToken();
        QVERIFY(validate(token).body.contains(R"("status":"ok")"));
        QCOMPARE(validate(token).body, QByteArray(invalidToken));
    }

    void aRobotsTokenIsUsedUpToo()
    {
        m_emulator->setScenario(Scenario::Robot);
        const QString token = m_emulator->issueToken();
        QCOMPARE(validate(token).body, R"({"message":"","status":"failed"})");
        m_emulator->setScenario(Scenario::Human);
        QCOMPARE(validate(token).body, QByteArray(invalidToken));
    }

    void livesFiveMinutes()
    {
        const QString early = m_emulator->issueToken();
        const QString late = m_emulator->issueToken();
        const QDateTime before = m_emulator->currentTime();
        m_emulator->advanceClock(4min + 30s);
        QVERIFY(before.secsTo(m_emulator->currentTime()) >= 270);
        QVERIFY(validate(early).body.contains(R"("status":"ok")"));
        m_emulator->advanceClock(30s);
        QCOMPARE(validate(late).body, QByteArray(invalidToken));
    }

    void clockGoesForwardByAYearAtMost()
    {
        const QDateTime before = m_emulator->currentTime();
        m_emulator->advanceClock(-1h);
        QVERIFY(m_emulator->currentTime() >= before);
        m_emulator->advanceClock(std::chrono::milliseconds::max());
        QCOMPARE(before.daysTo(m_emulator->currentTime()), 366);
    }

    // Restricted mode accepts every token, with the host if the token is known.
    void deadTokensAreForgottenAfterAWhile()
    {
        m_emulator->setScenario(Scenario::Restricted);
        const QString used = m_emulator->issueToken();
        const QString unused = m_emulator->issueToken();
        QVERIFY(validate(used).body.contains(R"("host":"example.com")"));
        m_emulator->advanceClock(14min);
        QVERIFY(validate(used).body.contains(R"("host":"example.com")"));
        QVERIFY(validate(unused).body.contains(R"("host":"example.com")"));
        const QString young = m_emulator->issueToken();
        m_emulator->advanceClock(2min);
        QVERIFY(validate(used).body.contains(R"("host":"")"));
        QVERIFY(validate(unused).body.contains(R"("host":"")"));
        QVERIFY(validate(young).body.contains(R"("host":"example.com")"));
        m_emulator->setScenario(Scenario::Human);
        QCOMPARE(validate(used).body, QByteArray(invalidToken));
    }

    void addressesOfPersons_data()
    {
        QTest::addColumn<QString>("ip");
        QTest::addColumn<bool>("good");
        for (const char *ip : {"", "203.0.113.7", "127.0.0.1", "2001:db8::7", "::1", "::ffff:203.0.113.7"})
            QTest::newRow(ip) << QString::fromLatin1(ip) << true;
        for (const char *ip :
             {"unknown", "203.0.113.7, 10.0.0.1", "203.0.113.7:5", "[2001:db8::7]", "[2001:db8::7]:443",
              " 203.0.113.7", "203.0.113.7\n", "2001:db8::7\r", "203.0.113", "203.0.113.300", "0203.0.113.7",
              "fe80::1%eth0", "localhost", "-"})
            QTest::newRow(ip) << QString::fromLatin1(ip) << false;
    }

    void addressesOfPersons()
    {
        QFETCH(QString, ip);
        QFETCH(bool, good);
        const auto ask = [&](const QUrl &url, const QString &secret, const QString &token) {
            return m_client
                .post(url,
                      {{QStringLiteral("secret"), secret},
                       {QStringLiteral("token"), token},
                       {QStringLiteral("ip"), ip}})
                .body;
        };
        const QUrl url = m_emulator->service().validateUrl();
        const QString secret = m_emulator->serverKey().secretValue();
        const QByteArray yes = R"({"host":"example.com","message":"","status":"ok"})";
        const QByteArray wrong = R"({"message":"Invalid IP.","status":"failed"})";
        const QString token = m_emulator->issueToken();
        // The secret is checked before the address, and the address before the token.
        QVERIFY(ask(url, QString(), token).contains("Secret has not provided"));
        QVERIFY(ask(url, QStringLiteral("ysc2_wrong"), token).contains("Invalid secret"));
        QCOMPARE(ask(url, secret, QStringLiteral("made-up")), good ? QByteArray(invalidToken) : wrong);
        QCOMPARE(ask(url, secret, token), good ? yes : wrong);
        // A request with an invalid address does not use up the token.
        if (!good)
            QVERIFY(validate(token).body.contains(R"("status":"ok")"));
        // A backend passes the address on.
        QCOMPARE(ask(m_emulator->backendUrl(), QString(), m_emulator->issueToken()), good ? yes : wrong);
        m_emulator->setScenario(Scenario::Restricted);
        QCOMPARE(ask(url, secret, m_emulator->issueToken()), yes);
    }

    void halfAPairOfKeysIsCompleted()
    {
        const QString siteKey = QStringLiteral("ysc1_ABCDEFGHIJKLMNOPQRSTrest");
        const SmartCaptchaServerKey serverKey(QStringLiteral("ysc2_"
                                                             "abcdefghijklmnopqrstrest"));
        m_emulator->setKeys(siteKey, SmartCaptchaServerKey());
        QCOMPARE(m_emulator->siteKey(), siteKey);
        QVERIFY(m_emulator->serverKey().belongsTo(siteKey));
        m_emulator->setKeys(QString(), serverKey);
        QCOMPARE(m_emulator->serverKey(), serverKey);
        QVERIFY(serverKey.belongsTo(m_emulator->siteKey()));
        const QString token = m_emulator->issueToken();
        QVERIFY(validate(token).body.contains(R"("status":"ok")"));

        // Keys of another form cannot have a common part.
        m_emulator->setKeys(QStringLiteral(" ysc1_short\n"), SmartCaptchaServerKey());
        QCOMPARE(m_emulator->siteKey(), QStringLiteral("ysc1_short"));
        QCOMPARE(m_emulator->serverKey().problem(), QString());
        m_emulator->setKeys(QStringLiteral("mine"), SmartCaptchaServerKey());
        QCOMPARE(m_emulator->siteKey(), QStringLiteral("mine"));
        QVERIFY(m_emulator->serverKey().hasKnownForm());
        const SmartCaptchaServerKey random = m_emulator->serverKey();
        m_emulator->setKeys(QString(), SmartCaptchaServerKey());
        QVERIFY(m_emulator->serverKey().belongsTo(m_emulator->siteKey()));
        QVERIFY(m_emulator->serverKey() != random);
    }

    void boundToItsKeys()
    {
        const QString token = m_emulator->issueToken();
        const QString siteKey = m_emulator->siteKey();
        const SmartCaptchaServerKey serverKey = m_emulator->serverKey();
        m_emulator->setKeys(QStringLiteral("ysc1_other"),
                            SmartCaptchaServerKey(QStringLiteral("ysc2_other")));
        QVERIFY(validate(serverKey.secretValue(), token).body.contains("Invalid secret"));
        QCOMPARE(validate(token).body, QByteArray(invalidToken));
        m_emulator->setKeys(siteKey, serverKey);
        QVERIFY(validate(token).body.contains(R"("status":"ok")"));
    }

    void hostGoesIntoTheAnswer()
    {
        const QString token = m_emulator->issueToken(QStringLiteral("shop.example.com:8443"));
        QVERIFY(validate(token).body.contains(R"("host":"shop.example.com:8443")"));
        m_emulator->setScenario(Scenario::HostWithPort);
        const QString other = m_emulator->issueToken(QStringLiteral("shop.example.com:8443"));
        QVERIFY(validate(other).body.contains(R"("host":"shop.example.com:8080")"));
    }

    void formIsDecodedProperly()
    {
        const QString secret = m_emulator->serverKey().secretValue();
        const QByteArray body = "secret=" + secret.toLatin1().replace("_", "%5F") + "&token="
            + m_emulator->issueToken().toLatin1().toPercentEncoding() + "&note=a+b%2Bc&x&%D1%8F=%F0%9F%8D%8E";
        const EmulatorClient::Answer answer = m_client.post(
            m_emulator->service().validateUrl(), "application/x-www-form-urlencoded; charset=UTF-8", body);
        QVERIFY2(answer.body.contains(R"("status":"ok")"), answer.body.constData());
        const SmartCaptchaEmulatorRequest request = m_emulator->requests().constLast();
        QCOMPARE(request.value(QStringLiteral("secret")), secret);
        QCOMPARE(request.value(QStringLiteral("note")), QStringLiteral("a b+c"));
        QCOMPARE(request.value(QStringLiteral("x")), QStringLiteral(""));
        QCOMPARE(request.value(QStringLiteral("\u044f")), QString::fromUtf8("\xF0\x9F\x8D\x8E"));
        QVERIFY(request.value(QStringLiteral("absent")).isNull());
    }

    // A plus sign that is not encoded is a space, so the token is a different one.
    void unencodedPlusBreaksTheToken()
    {
        const QByteArray body = "secret=" + m_emulator->serverKey().secretValue().toLatin1()
            + "&token=" + m_emulator->issueToken().toLatin1();
        const EmulatorClient::Answer answer =
            m_client.post(m_emulator->service().validateUrl(), "application/x-www-form-urlencoded", body);
        QCOMPARE(answer.body, QByteArray(invalidToken));
    }

    void jsonBodyIsNotRead()
    {
        const QJsonObject object{{QStringLiteral("secret"), m_emulator->serverKey().secretValue()},
                                 {QStringLiteral("token"), m_emulator->issueToken()}};
        const EmulatorClient::Answer answer = m_client.post(
            m_emulator->service().validateUrl(), "application/json", QJsonDocument(object).toJson());
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("Secret has not provided"));
    }

    void otherMethodsAndPaths()
    {
        QCOMPARE(m_client.send("DELETE", m_emulator->service().validateUrl()).status, 405);
        QCOMPARE(m_client.get(m_emulator->backendUrl(), {}).status, 405);
        QUrl nowhere = m_emulator->url();
        nowhere.setPath(QStringLiteral("/nowhere"));
        QCOMPARE(m_client.get(nowhere, {}).status, 404);
        const EmulatorClient::Answer preflight = m_client.send("OPTIONS", m_emulator->backendUrl());
        QCOMPARE(preflight.status, 204);
        QCOMPARE(preflight.header("Access-Control-Allow-Origin"), "*");
    }

    void crossOriginHeaders()
    {
        const EmulatorClient::Answer script = m_client.get(m_emulator->service().scriptUrl(), {});
        QCOMPARE(script.status, 200);
        QCOMPARE(script.header("Access-Control-Allow-Origin"), "*");
        QVERIFY(script.header("Content-Type").startsWith("text/javascript"));
        QVERIFY(!script.body.contains("ysc2_"));
        // Pages must not be able to validate tokens: they would need the server key.
        QVERIFY(validate(m_emulator->issueToken()).header("Access-Control-Allow-Origin").isEmpty());
    }

    void requestsAreRecorded()
    {
        qRegisterMetaType<SmartCaptchaEmulatorRequest>();
        QSignalSpy received(m_emulator.get(), &SmartCaptchaEmulator::requestReceived);
        QSignalSpy issued(m_emulator.get(), &SmartCaptchaEmulator::tokenIssued);
        const QString token = m_emulator->issueToken();
        QCOMPARE(issued.count(), 1);
        QCOMPARE(issued.constFirst().constFirst().toString(), token);
        validate(token);
        QCOMPARE(received.count(), 1);
        QCOMPARE(m_emulator->requests().size(), 1);
        QCOMPARE(m_emulator->requests(QStringLiteral("/validate")).size(), 1);
        QVERIFY(m_emulator->requests(QStringLiteral("/webview")).isEmpty());
        const SmartCaptchaEmulatorRequest request = m_emulator->requests().constFirst();
        QCOMPARE(request.method(), QStringLiteral("POST"));
        QCOMPARE(request.path(), QStringLiteral("/validate"));
        QCOMPARE(request.status(), 200);
        QCOMPARE(request.value(QStringLiteral("token")), token);
        QVERIFY(request.query().isEmpty());
        QVERIFY(request.header("content-TYPE").contains("form"));
        QVERIFY(qAbs(request.receivedAt().secsTo(QDateTime::currentDateTimeUtc())) < 60);

        QString text;
        QDebug(&text) << request;
        QVERIFY2(text.contains(QLatin1String("token")), qPrintable(text));
        QVERIFY2(!text.contains(token.left(20)) && !text.contains(QLatin1String("ysc2_")), qPrintable(text));

        m_emulator->clearRequests();
        QVERIFY(m_emulator->requests().isEmpty());
    }

    // With plain sockets, because Qt's client would be slow with so many requests.
    void onlyTheLastRequestsAreKept()
    {
        constexpr int further = 20;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_emulator->port());
        EVENTUALLY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QObject::connect(&socket, &QIODevice::readyRead, &socket, [&socket] { socket.readAll(); });
        int received = 0;
        QObject::connect(m_emulator.get(), &SmartCaptchaEmulator::requestReceived, &socket, [&] {
            ++received;
            socket.write("GET /" + QByteArray::number(received) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        });
        socket.write("GET /0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        EVENTUALLY(received >= SmartCaptchaEmulator::MaximumRequests + further);
        socket.disconnect();
        const QList<SmartCaptchaEmulatorRequest> requests = m_emulator->requests();
        QCOMPARE(requests.size(), SmartCaptchaEmulator::MaximumRequests);
        QCOMPARE(requests.constFirst().path(),
                 QLatin1Char('/') + QString::number(received - SmartCaptchaEmulator::MaximumRequests));
        QCOMPARE(requests.constLast().path(), QLatin1Char('/') + QString::number(received - 1));
    }

    void connectionsAreCounted()
    {
        EmulatorClient client;
        QCOMPARE(m_emulator->connectionCount(), 0);
        client.get(m_emulator->service().scriptUrl(), {});
        client.get(m_emulator->service().scriptUrl(), {});
        QCOMPARE(m_emulator->connectionCount(), 1);
    }

    void servesHttps()
    {
        SmartCaptchaEmulator emulator;
        const QSslConfiguration configuration = loopbackTls();
        QVERIFY(!configuration.localCertificate().isNull() && !configuration.privateKey().isNull());
        emulator.setSslConfiguration(configuration);
        QVERIFY2(emulator.listen(), qPrintable(emulator.errorString()));
        QCOMPARE(emulator.url().scheme(), QStringLiteral("https"));
        QCOMPARE(emulator.pageOrigin().scheme(), QStringLiteral("https"));

        const QList<QPair<QString, QString>> form{
            {QStringLiteral("secret"), emulator.serverKey().secretValue()},
            {QStringLiteral("token"), emulator.issueToken()}};
        // The certificate is not trusted, so a client with the system's certificate authorities refuses it.
        const EmulatorClient::Answer refused = m_client.post(emulator.service().validateUrl(), form);
        QCOMPARE(refused.error, QNetworkReply::SslHandshakeFailedError);
        QVERIFY(emulator.requests().isEmpty());

        EmulatorClient trusting;
        trusting.trust(configuration.localCertificate());
        const EmulatorClient::Answer answer = trusting.post(emulator.service().validateUrl(), form);
        QVERIFY2(answer.body.contains(R"("status":"ok")"), answer.body.constData());
        emulator.setScenario(Scenario::CutOff);
        QVERIFY(trusting.post(emulator.service().validateUrl(), form).error != QNetworkReply::NoError);
    }
};

QTEST_GUILESS_MAIN(tst_emulator_validate)
#include "tst_emulator_validate.moc"
