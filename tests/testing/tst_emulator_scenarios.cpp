// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "emulatorclient.h"
#include "shared/documenttable.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qmetaobject.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;
using Scenario = SmartCaptchaEmulator::Scenario;

class tst_emulator_scenarios : public QObject {
    Q_OBJECT

private:
    EmulatorClient::Fields form()
    {
        return {{QStringLiteral("secret"), m_emulator->serverKey().secretValue()},
                {QStringLiteral("token"), m_emulator->issueToken()}};
    }

    EmulatorClient::Answer validate(EmulatorClient &client)
    {
        return client.post(m_emulator->service().validateUrl(), form());
    }

    // A client that sends a complete request and does nothing else.
    std::unique_ptr<QTcpSocket> rawRequest()
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(m_emulator->url().host(), m_emulator->port());
        socket->write("GET /validate HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        return socket;
    }

    std::unique_ptr<SmartCaptchaEmulator> m_emulator;

private Q_SLOTS:
    void init()
    {
        m_emulator = std::make_unique<SmartCaptchaEmulator>();
        QVERIFY2(m_emulator->listen(), qPrintable(m_emulator->errorString()));
    }

    void everyScenarioHasANameAndADescription()
    {
        const QMetaEnum scenarios = QMetaEnum::fromType<Scenario>();
        const QStringList names = SmartCaptchaEmulator::scenarioNames();
        QCOMPARE(names.size(), scenarios.keyCount());
        QCOMPARE(names.constFirst(), QStringLiteral("human"));
        for (int i = 0; i < scenarios.keyCount(); ++i) {
            const auto scenario = Scenario(scenarios.value(i));
            const QString name = SmartCaptchaEmulator::scenarioName(scenario);
            QVERIFY2(names.contains(name), scenarios.key(i));
            QVERIFY(SmartCaptchaEmulator::scenarioFromName(name) == scenario);
            // The name on the command line matches the name in C++.
            QCOMPARE(QString(name).remove(QLatin1Char('-')), QString::fromLatin1(scenarios.key(i)).toLower());
            QVERIFY(SmartCaptchaEmulator::scenarioDescription(name).endsWith(QLatin1Char('.')));
        }
        QVERIFY(!SmartCaptchaEmulator::scenarioFromName(QStringLiteral("Human")));
        QVERIFY(SmartCaptchaEmulator::scenarioDescription(QStringLiteral("nothing")).isEmpty());
    }

    void isChosenByName()
    {
        QSignalSpy changed(m_emulator.get(), &SmartCaptchaEmulator::scenarioChanged);
        QVERIFY(m_emulator->setScenario(QStringLiteral("cut-off")));
        QCOMPARE(m_emulator->scenario(), Scenario::CutOff);
        QVERIFY(!m_emulator->setScenario(QStringLiteral("cutoff")));
        QCOMPARE(m_emulator->scenario(), Scenario::CutOff);
        m_emulator->setScenario(Scenario::CutOff);
        QCOMPARE(changed.count(), 1);
    }

    void statuses_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<int>("status");
        QTest::newRow("500") << Scenario::Http500 << 500;
        QTest::newRow("403") << Scenario::Http403 << 403;
        QTest::newRow("429") << Scenario::Http429 << 429;
        QTest::newRow("redirect") << Scenario::Redirect << 302;
    }

    void statuses()
    {
        QFETCH(Scenario, scenario);
        QFETCH(int, status);
        m_emulator->setScenario(scenario);
        EmulatorClient client;
        QCOMPARE(validate(client).status, status);
        QCOMPARE(m_emulator->requests().constLast().status(), status);
        QCOMPARE(client.post(m_emulator->backendUrl(), {}).status, status);
        m_emulator->setScenario(Scenario::Human);
        QCOMPARE(validate(client).status, 200);
    }

    void redirectLeadsToAYes()
    {
        m_emulator->setScenario(Scenario::Redirect);
        EmulatorClient client;
        const EmulatorClient::Answer answer = validate(client);
        const QUrl target = m_emulator->url().resolved(QUrl(QString::fromLatin1(answer.header("Location"))));
        QVERIFY(client.get(target, {}).body.contains(R"("status":"ok")"));
        QCOMPARE(m_emulator->requests(QStringLiteral("/redirected")).size(), 1);
    }

    void bodies()
    {
        EmulatorClient client;
        m_emulator->setScenario(Scenario::NotJson);
        EmulatorClient::Answer answer = validate(client);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("Content-Type").startsWith("application/json"));
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());

        m_emulator->setScenario(Scenario::Html);
        answer = validate(client);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("Content-Type").startsWith("text/html"));
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());

        m_emulator->setScenario(Scenario::Huge);
        answer = validate(client);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.size() > 4 * 1024 * 1024);
        QCOMPARE(QJsonDocument::fromJson(answer.body).object().value(QLatin1String("status")).toString(),
                 QStringLiteral("ok"));
    }

    void slowIsLate()
    {
        QCOMPARE(m_emulator->delay(), 3000ms);
        m_emulator->setDelay(-1ms);
        QCOMPARE(m_emulator->delay(), 0ms);
        m_emulator->setDelay(std::chrono::milliseconds::max());
        QCOMPARE(m_emulator->delay(), 1h);
        m_emulator->setDelay(300ms);
        m_emulator->setScenario(Scenario::Slow);
        EmulatorClient client;
        QElapsedTimer timer;
        timer.start();
        const EmulatorClient::Answer answer = validate(client);
        QVERIFY(answer.body.contains(R"("status":"ok")"));
        QVERIFY2(timer.elapsed() >= 299, qPrintable(QString::number(timer.elapsed())));
        m_emulator->setScenario(Scenario::ScriptSlow);
        QCOMPARE(client.get(m_emulator->service().scriptUrl(), {}).status, 200);
    }

    void hangingNeverAnswers()
    {
        m_emulator->setScenario(Scenario::Hanging);
        EmulatorClient client;
        client.setPatience(300);
        const EmulatorClient::Answer answer = validate(client);
        QCOMPARE(answer.error, QNetworkReply::OperationCanceledError);
        QCOMPARE(answer.status, 0);
        QCOMPARE(m_emulator->requests().size(), 1);
        QCOMPARE(m_emulator->requests().constFirst().status(), 0);
        // Other clients are still served.
        QCOMPARE(EmulatorClient().get(m_emulator->service().scriptUrl(), {}).status, 200);
    }

    void cutOffSendsHalf()
    {
        EmulatorClient client;
        const qsizetype whole = validate(client).body.size();
        m_emulator->setScenario(Scenario::CutOff);
        const EmulatorClient::Answer answer = validate(client);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(answer.header("Content-Length").toLongLong(), whole);
        QCOMPARE(answer.body.size(), whole / 2);
    }

    void dripComesByteByByte()
    {
        EmulatorClient client;
        const qsizetype whole = validate(client).body.size();
        m_emulator->setScenario(Scenario::Drip);
        const std::unique_ptr<QTcpSocket> socket = rawRequest();
        EVENTUALLY(socket->bytesAvailable() > 0);
        QByteArray seen;
        EVENTUALLY((seen += socket->readAll()).contains("\r\n\r\n{\""));
        QVERIFY(!seen.contains('}'));
        QVERIFY(seen.contains("200"));
        QVERIFY(whole > 0);
        QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    }

    void answersWithoutABody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        for (const char *path : {"/captcha.js", "/checkbox", "/advanced", "/webview", "/demo",
                                 "/static/frame.css", "/redirected", "/api/clock"})
            QTest::addRow("HEAD %s", path) << QByteArray("HEAD") << QByteArray(path) << 200;
        QTest::newRow("HEAD of nothing") << QByteArray("HEAD") << QByteArray("/nowhere") << 404;
        QTest::newRow("HEAD /validate") << QByteArray("HEAD") << QByteArray("/validate") << 405;
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << QByteArray("/backend/verify") << 204;
    }

    // A body after these headers would be taken for the next answer on the connection.
    void answersWithoutABody()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QTcpSocket socket;
        socket.connectToHost(m_emulator->url().host(), m_emulator->port());
        QByteArray seen;
        const auto ask = [&](const QByteArray &what) {
            seen += socket.readAll();
            socket.write(what + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        };
        const auto length = [](const QByteArray &head) {
            const qsizetype begin = head.toLower().indexOf("content-length: ");
            return begin < 0 ? -1 : head.mid(begin + 16).split('\r').constFirst().toInt();
        };
        const auto next = [&] { // the headers of the next answer, without what follows
            [&] { EVENTUALLY((seen += socket.readAll()).contains("\r\n\r\n")); }();
            const qsizetype end = seen.indexOf("\r\n\r\n") + 4;
            const QByteArray head = seen.left(end);
            seen.remove(0, end);
            return head;
        };

        ask(method + ' ' + path);
        const QByteArray first = next();
        QVERIFY2(first.startsWith("HTTP/1.1 " + QByteArray::number(status)), first.constData());
        EVENTUALLY_COMPARE(m_emulator->requests().size(), path == "/api/clock" ? 0 : 1);
        ask("GET /redirected");
        const QByteArray second = next();
        QVERIFY2(second.startsWith("HTTP/1.1 200"), second.left(200).constData());
        EVENTUALLY_COMPARE((seen += socket.readAll()).size(), length(second));
        QVERIFY2(seen.contains(R"("status":"ok")"), seen.constData());

        // 204 has no length; HEAD has the same one as GET.
        if (status == 204) {
            QCOMPARE(length(first), -1);
            return;
        }
        seen.clear();
        ask((status == 405 ? "DELETE " : "GET ") + path);
        const QByteArray whole = next();
        QCOMPARE(length(first), length(whole));
        EVENTUALLY_COMPARE((seen += socket.readAll()).size(), length(whole));
    }

    void scripts()
    {
        EmulatorClient client;
        const QUrl url = m_emulator->service().scriptUrl();
        m_emulator->setScenario(Scenario::ScriptMissing);
        QCOMPARE(client.get(url, {}).status, 404);
        m_emulator->setScenario(Scenario::ScriptBroken);
        QCOMPARE(client.get(url, {}).status, 200);
        m_emulator->setScenario(Scenario::FrameHanging);
        QCOMPARE(client.get(url, {}).status, 200);
        client.setPatience(300);
        QUrl frame = m_emulator->url();
        frame.setPath(QStringLiteral("/checkbox"));
        QCOMPARE(client.get(frame, {}).status, 0);
        m_emulator->setScenario(Scenario::FrameError);
        QCOMPARE(client.get(url, {}).status, 200);
        QCOMPARE(client.get(frame, {}).status, 500);
        m_emulator->setScenario(Scenario::ScriptHanging);
        QCOMPARE(client.get(url, {}).status, 0);
    }

    // Scenarios about the page do not change verdicts.
    void pageScenariosLeaveValidationAlone()
    {
        EmulatorClient client;
        for (const Scenario scenario :
             {Scenario::ScriptMissing, Scenario::FrameHanging, Scenario::FrameError, Scenario::NetworkError,
              Scenario::JavascriptError, Scenario::EmptyToken, Scenario::RendererCrash,
              Scenario::DomainNotAllowed}) {
            m_emulator->setScenario(scenario);
            QVERIFY(validate(client).body.contains(R"("status":"ok")"));
        }
    }

    void closingEndsWhatHangs_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::newRow("hanging") << Scenario::Hanging;
        QTest::newRow("slow") << Scenario::Slow;
        QTest::newRow("drip") << Scenario::Drip;
    }

    void closingEndsWhatHangs()
    {
        QFETCH(Scenario, scenario);
        m_emulator->setScenario(scenario);
        for (const bool destroy : {false, true}) {
            const std::unique_ptr<QTcpSocket> socket = rawRequest();
            EVENTUALLY(!m_emulator->requests().isEmpty());
            m_emulator->clearRequests();
            if (destroy)
                m_emulator.reset();
            else
                m_emulator->close();
            EVENTUALLY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
            if (!destroy)
                QVERIFY(m_emulator->listen());
        }
    }

    void theManualHasThemAll()
    {
        QList<QStringList> expected;
        const QStringList names = SmartCaptchaEmulator::scenarioNames();
        for (const QString &name : names)
            expected << QStringList{QLatin1Char('`') + name + QLatin1Char('`'),
                                    SmartCaptchaEmulator::scenarioDescription(name)};
        QCOMPARE(tableIn(QStringLiteral(TEST_SOURCE "/docs/emulator.md"), QStringLiteral("name")), expected);
    }

    void clientsMayLeaveBeforeTheAnswer_data() { closingEndsWhatHangs_data(); }

    void clientsMayLeaveBeforeTheAnswer()
    {
        QFETCH(Scenario, scenario);
        m_emulator->setScenario(scenario);
        m_emulator->setDelay(50ms);
        for (int i = 0; i < 20; ++i) {
            const std::unique_ptr<QTcpSocket> socket = rawRequest();
            EVENTUALLY_COMPARE(m_emulator->requests().size(), i + 1);
            socket->abort();
        }
        letPass(100, "the answers arrive after the clients have disconnected");
        m_emulator->setScenario(Scenario::Human);
        EmulatorClient client;
        QCOMPARE(validate(client).status, 200);
    }
};

QTEST_GUILESS_MAIN(tst_emulator_scenarios)
#include "tst_emulator_scenarios.moc"
