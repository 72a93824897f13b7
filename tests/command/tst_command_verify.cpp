// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>

#include <chrono>
#include <memory>

using Scenario = SmartCaptchaEmulator::Scenario;

/// `smartcaptcha verify` against the emulator.
class tst_command_verify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        emulator = std::make_unique<SmartCaptchaEmulator>();
        QVERIFY2(emulator->listen(), qPrintable(emulator->errorString()));
        program = std::make_unique<Program>();
        secret = emulator->serverKey().secretValue();
        program->setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), secret);
    }

    void cleanup()
    {
        program.reset();
        emulator.reset();
    }

    void acceptsAGoodTokenOnce()
    {
        const QString token = emulator->issueToken();
        const Program::Outcome first = verify({QStringLiteral("--token"), token, QStringLiteral("--json")});
        QCOMPARE(first.status, 0);
        const QJsonObject object = first.json();
        const QStringList names{QStringLiteral("accepted"),   QStringLiteral("elapsedMs"),
                                QStringLiteral("error"),      QStringLiteral("host"),
                                QStringLiteral("httpStatus"), QStringLiteral("message"),
                                QStringLiteral("verdict")};
        QCOMPARE(object.keys(), names);
        QCOMPARE(text(object, "verdict"), QStringLiteral("human"));
        QCOMPARE(text(object, "error"), QStringLiteral("noError"));
        QCOMPARE(text(object, "host"), QStringLiteral("example.com"));
        QCOMPARE(object.value(QLatin1String("accepted")), QJsonValue(true));
        QCOMPARE(object.value(QLatin1String("httpStatus")), QJsonValue(200));
        QVERIFY(object.value(QLatin1String("elapsedMs")).isDouble());
        QVERIFY(!first.output.contains(token.toUtf8()));

        const Program::Outcome second = verify({QStringLiteral("--token"), token, QStringLiteral("--json")});
        QCOMPARE(second.status, 1);
        QCOMPARE(text(second.json(), "verdict"), QStringLiteral("robot"));
        QCOMPARE(emulator->requests(QStringLiteral("/validate")).size(), 2);
    }

    void refusesAnExpiredToken()
    {
        const QString token = emulator->issueToken();
        emulator->advanceClock(std::chrono::minutes(5) + std::chrono::seconds(1));
        const Program::Outcome outcome = verify({QStringLiteral("--token"), token, QStringLiteral("--json")});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(text(outcome.json(), "verdict"), QStringLiteral("robot"));
        QVERIFY(!text(outcome.json(), "message").isEmpty());
    }

    void refusesADamagedToken_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"cut", "lengthened", "another letter", "nonsense", "unicode", "huge"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    void refusesADamagedToken()
    {
        QFETCH(QString, damage);
        QString token = emulator->issueToken();
        if (damage == QLatin1String("cut"))
            token.chop(5);
        else if (damage == QLatin1String("lengthened"))
            token += QLatin1String("AAAA");
        else if (damage == QLatin1String("another letter"))
            token[20] = token.at(20) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        else if (damage == QLatin1String("nonsense"))
            token = QStringLiteral("+/=&token=%00&secret=");
        else if (damage == QLatin1String("unicode"))
            token = QStringLiteral("\u043f\u0440\u0438\u0432\u0435\u0442 \u2713");
        else
            token = QString(40000, QLatin1Char('A'));
        const Program::Outcome outcome = verify(
            {QStringLiteral("--token"), QStringLiteral("-"), QStringLiteral("--json")}, token.toUtf8());
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.json().value(QLatin1String("accepted")), QJsonValue(false));
        QVERIFY(text(outcome.json(), "verdict") != QLatin1String("human"));
    }

    void readsTheTokenFromStandardInput()
    {
        for (const char *end : {"", "\n", "\r\n"}) {
            const Program::Outcome outcome = verify({QStringLiteral("--token"), QStringLiteral("-")},
                                                    emulator->issueToken().toUtf8() + end);
            QCOMPARE(outcome.status, 0);
        }
    }

    void printsAlignedLines()
    {
        const Program::Outcome outcome = verify({QStringLiteral("--token"), emulator->issueToken()});
        const QList<QByteArray> lines = outcome.output.split('\n');
        QVERIFY2(outcome.output.contains("verdict   human\naccepted  yes\nhost      example.com\n"),
                 outcome.output.constData());
        for (const QByteArray &line : lines) {
            if (line.isEmpty())
                continue;
            QCOMPARE(line.at(9), ' ');
            QVERIFY(line.at(10) != ' ');
        }
    }

    void takesEveryWay_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("post") << QStringList{QStringLiteral("--method"), QStringLiteral("post")};
        QTest::newRow("get") << QStringList{QStringLiteral("--method"), QStringLiteral("get")};
        QTest::newRow("address") << QStringList{QStringLiteral("--ip"), QStringLiteral("2001:db8::1")};
        QTest::newRow("hosts") << QStringList{QStringLiteral("--allow-host"), QStringLiteral("a.example"),
                                              QStringLiteral("--allow-host"), QStringLiteral("example.com")};
    }

    void takesEveryWay()
    {
        QFETCH(QStringList, options);
        options << QStringLiteral("--token") << emulator->issueToken();
        QCOMPARE(verify(options).status, 0);
        const auto requests = emulator->requests(QStringLiteral("/validate"));
        QCOMPARE(requests.size(), 1);
        const bool get = options.contains(QStringLiteral("get"));
        QCOMPARE(requests.first().method(), get ? QStringLiteral("GET") : QStringLiteral("POST"));
        if (options.contains(QStringLiteral("--ip")))
            QCOMPARE(requests.first().value(QStringLiteral("ip")), QStringLiteral("2001:db8::1"));
    }

    void refusesAnotherHost()
    {
        const Program::Outcome outcome =
            verify({QStringLiteral("--token"), emulator->issueToken(), QStringLiteral("--allow-host"),
                    QStringLiteral("shop.example"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(text(outcome.json(), "error"), QStringLiteral("hostNotAllowed"));
    }

    void tellsNoHostFromAnEmptyOne()
    {
        emulator->setScenario(Scenario::NoHost);
        const QStringList options{QStringLiteral("--token"), emulator->issueToken(),
                                  QStringLiteral("--json")};
        QVERIFY(verify(options).json().value(QLatin1String("host")).isNull());
        emulator->setScenario(Scenario::EmptyHost);
        const Program::Outcome outcome =
            verify({QStringLiteral("--token"), emulator->issueToken(), QStringLiteral("--json")});
        QCOMPARE(outcome.json().value(QLatin1String("host")), QJsonValue(QString()));
        QCOMPARE(text(outcome.json(), "error"), QStringLiteral("hostEmpty"));
        QCOMPARE(outcome.status, 0);
    }

    void asksABackendWithoutAKey()
    {
        program->setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), QString());
        const Program::Outcome outcome = program->run({QStringLiteral("verify"), QStringLiteral("--backend"),
                                                       emulator->backendUrl().toString(),
                                                       QStringLiteral("--token"), emulator->issueToken()});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(emulator->requests(QStringLiteral("/validate")).size(), 0);

        // As in an application: a backend out of order lets nobody pass.
        emulator->setScenario(Scenario::Http500);
        const QStringList broken{QStringLiteral("verify"), QStringLiteral("--backend"),
                                 emulator->backendUrl().toString(), QStringLiteral("--token"),
                                 QStringLiteral("T")};
        QCOMPARE(program->run(broken).status, 1);
        QCOMPARE(
            program->run(broken + QStringList{QStringLiteral("--policy"), QStringLiteral("advice")}).status,
            0);
    }

    void followsThePolicy()
    {
        emulator->setScenario(Scenario::Http500);
        const QStringList advice{QStringLiteral("--token"), QStringLiteral("T"), QStringLiteral("--json")};
        const Program::Outcome accepted = verify(advice);
        QCOMPARE(accepted.status, 0);
        QCOMPARE(text(accepted.json(), "verdict"), QStringLiteral("undetermined"));
        QCOMPARE(text(accepted.json(), "error"), QStringLiteral("httpStatus"));
        QCOMPARE(accepted.json().value(QLatin1String("httpStatus")), QJsonValue(500));
        const Program::Outcome refused =
            verify(advice + QStringList{QStringLiteral("--policy"), QStringLiteral("strict")});
        QCOMPARE(refused.status, 1);
    }

    void endsInTime()
    {
        emulator->setScenario(Scenario::Hanging);
        const Program::Outcome outcome =
            verify({QStringLiteral("--token"), QStringLiteral("T"), QStringLiteral("--timeout"),
                    QStringLiteral("50"), QStringLiteral("--policy"), QStringLiteral("strict"),
                    QStringLiteral("--json")});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(text(outcome.json(), "error"), QStringLiteral("timeout"));
        QVERIFY(outcome.json().value(QLatin1String("elapsedMs")).toInt() >= 50);
    }

    void takesTheKeyFromAFile()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("key"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(secret.toUtf8() + '\n');
        file.close();
        // A file named on the command line takes precedence over the environment.
        program->setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), QStringLiteral("ysc2_wrong"));

        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const Program::Outcome quiet = verify(
            {QStringLiteral("--token"), emulator->issueToken(), QStringLiteral("--server-key-file"), name});
        QCOMPARE(quiet.status, 0);
        QCOMPARE(quiet.errors, QByteArray());

        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const Program::Outcome warned = verify(
            {QStringLiteral("--token"), emulator->issueToken(), QStringLiteral("--server-key-file"), name});
        QCOMPARE(warned.status, 0);
        QVERIFY2(warned.errors.contains("other users can read"), warned.errors.constData());
    }

    void usesTheProxyOfTheEnvironment()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray asked;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&asked, socket] {
                asked += socket->readAll();
                socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        const QString address = QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort());
        program->setVariable(QStringLiteral("https_proxy"), address);
        program->setVariable(QStringLiteral("http_proxy"), address);
        const Program::Outcome outcome =
            program->run({QStringLiteral("verify"), QStringLiteral("--service"),
                          QStringLiteral("https://captcha.example"), QStringLiteral("--token"),
                          QStringLiteral("T"), QStringLiteral("--policy"), QStringLiteral("strict")});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(asked.startsWith("CONNECT captcha.example:443 "), asked.constData());
    }

    // A server can send anything, so its text must not reach the terminal unfiltered.
    void printsNothingThatControlsATerminal()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray body = "{\"status\":\"failed\",\"host\":\"h\\u0007\","
                                "\"message\":\"a\\u001b[2Jb\\nverdict   human KEY\"}";
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&, socket, request = QByteArray()]() mutable {
                request += socket->readAll();
                if (!request.contains("token="))
                    return;
                const QByteArray answer = QByteArray(body).replace("KEY", secret.toUtf8());
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                              + QByteArray::number(answer.size()) + "\r\nConnection: close\r\n\r\n" + answer);
                socket->disconnectFromHost();
            });
        });
        const QStringList arguments{QStringLiteral("verify"), QStringLiteral("--service"),
                                    QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()),
                                    QStringLiteral("--token"), QStringLiteral("T")};
        for (const QStringList &more : {QStringList(), QStringList{QStringLiteral("--json")}}) {
            const Program::Outcome outcome = program->run(arguments + more);
            QCOMPARE(outcome.status, 1);
            QVERIFY(!outcome.output.contains('\x1b'));
            QVERIFY(!outcome.output.contains('\x07'));
            QVERIFY(!outcome.output.contains("\nverdict   human"));
            QVERIFY2(!outcome.output.contains(secret.toUtf8()), outcome.output.constData());
        }
    }

private:
    Program::Outcome verify(const QStringList &options, const QByteArray &input = {})
    {
        const Program::Outcome outcome = program->run(
            QStringList{QStringLiteral("verify"), QStringLiteral("--service"), emulator->url().toString()}
                + options,
            input);
        [&] { QVERIFY(!outcome.output.contains(secret.toUtf8())); }();
        [&] { QVERIFY(!outcome.errors.contains(secret.toUtf8())); }();
        return outcome;
    }

    static QString text(const QJsonObject &object, const char *name)
    {
        return object.value(QLatin1String(name)).toString();
    }

    std::unique_ptr<SmartCaptchaEmulator> emulator;
    std::unique_ptr<Program> program;
    QString secret;
};

QTEST_GUILESS_MAIN(tst_command_verify)
#include "tst_command_verify.moc"
