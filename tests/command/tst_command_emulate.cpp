// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qtemporaryfile.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkinterface.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qsslerror.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>

#include <csignal>
#include <memory>

/// `smartcaptcha emulate`, and its main use: `smartcaptcha verify` with it.
class tst_command_emulate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { emulator = std::make_unique<Program>(); }

    void cleanup()
    {
#ifdef Q_OS_UNIX
        if (emulator->processId() > 0)
            stop(SIGTERM);
#endif
        emulator.reset();
    }

    void printsOneLineOfJson()
    {
        const QJsonObject line = start({});
        const QStringList names{QStringLiteral("backendUrl"), QStringLiteral("pageOrigin"),
                                QStringLiteral("scenario"),   QStringLiteral("serverKey"),
                                QStringLiteral("siteKey"),    QStringLiteral("url")};
        QCOMPARE(line.keys(), names);
        QVERIFY(text(line, "siteKey").startsWith(QLatin1String("ysc1_")));
        QVERIFY(SmartCaptchaServerKey(text(line, "serverKey")).belongsTo(text(line, "siteKey")));
        QCOMPARE(text(line, "scenario"), QStringLiteral("human"));
        const QUrl url(text(line, "url"));
        QCOMPARE(url.scheme(), QStringLiteral("http"));
        QCOMPARE(url.host(), QStringLiteral("127.0.0.1"));
        QVERIFY(url.port() > 0);
        QCOMPARE(text(line, "pageOrigin"), QStringLiteral("http://localhost:%1").arg(url.port()));
        // Without a key, in the way an application asks its own backend.
        const QStringList question{QStringLiteral("verify"), QStringLiteral("--backend"),
                                   text(line, "backendUrl"), QStringLiteral("--token"), tokenFrom(line)};
        const Program::Outcome outcome = Program().run(question);
        QVERIFY2(outcome.status == 0, outcome.errors.constData());
        QVERIFY2(outcome.output.contains("verdict   human"), outcome.output.constData());
    }

    void issuesTokens()
    {
        const QJsonObject line = start({QStringLiteral("--tokens"), QStringLiteral("2")});
        const QJsonArray tokens = line.value(QLatin1String("tokens")).toArray();
        QCOMPARE(tokens.size(), 2);
        for (const QJsonValue &token : tokens)
            QCOMPARE(verify(line, token.toString()).status, 0);
        QCOMPARE(verify(line, tokens.first().toString()).status, 1);
    }

    void takesTheKeysThatItIsGiven()
    {
        const QString siteKey = QStringLiteral("ysc1_abcdefghijklmnopqrstPUBLIC");
        const QString serverKey = QStringLiteral("ysc2_"
                                                 "abcdefghijklmnopqrstSECRET");
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(serverKey.toLatin1() + '\n') > 0 && file.flush());
        const QStringList withFile{QStringLiteral("--server-key-file"), file.fileName()};
        const QStringList withKey{QStringLiteral("--site-key"), siteKey};

        const QJsonObject both = start(withKey + withFile);
        QCOMPARE(text(both, "siteKey"), siteKey);
        QCOMPARE(text(both, "serverKey"), serverKey);
        QCOMPARE(verify(both, tokenFrom(both)).status, 0);
        QVERIFY(tokenFrom(both, QStringLiteral("https://example.com"), QStringLiteral("ysc1_x")).isEmpty());
        QCOMPARE(stop(SIGTERM).errors, QByteArray());

        // If one key is missing, a matching one is generated.
        const QJsonObject secret = start(withFile);
        QCOMPARE(text(secret, "serverKey"), serverKey);
        QVERIFY(SmartCaptchaServerKey(serverKey).belongsTo(text(secret, "siteKey")));
        QCOMPARE(verify(secret, tokenFrom(secret)).status, 0);
        stop(SIGTERM);
        const QJsonObject open = start(withKey);
        QCOMPARE(text(open, "siteKey"), siteKey);
        QVERIFY(SmartCaptchaServerKey(text(open, "serverKey")).belongsTo(siteKey));
        QCOMPARE(verify(open, tokenFrom(open)).status, 0);
    }

    // The key in the environment is a real one, meant for verify. The emulator prints its key, which anybody
    // may use.
    void leavesTheKeyOfTheEnvironmentAlone()
    {
        emulator->setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), QStringLiteral("ysc2_real"));
        QVERIFY(text(start({}), "serverKey") != QLatin1String("ysc2_real"));
    }

    void allowsFurtherSites()
    {
        const QString shop = QStringLiteral("https://a.shop.test");
        QVERIFY(tokenFrom(start({}), shop).isEmpty());
        stop(SIGTERM);
        const QJsonObject line = start({QStringLiteral("--allow-site"), QStringLiteral("other.test"),
                                        QStringLiteral("--allow-site"), QStringLiteral("Shop.Test"),
                                        QStringLiteral("--allow-site"), QStringLiteral("127.0.0.2")});
        for (const QString &origin : {shop, QStringLiteral("http://other.test:81"),
                                      QStringLiteral("http://127.0.0.2:8080"), text(line, "pageOrigin")})
            QVERIFY2(!tokenFrom(line, origin).isEmpty(), qPrintable(origin));
        QVERIFY(tokenFrom(line, QStringLiteral("http://127.0.0.3")).isEmpty());
        const Program::Outcome outcome =
            verify(line, tokenFrom(line, QStringLiteral("http://other.test:81")));
        QVERIFY2(outcome.output.contains("host      other.test:81"), outcome.output.constData());
    }

    void isAsLateAsItIsTold()
    {
        const QStringList slow{QStringLiteral("--scenario"), QStringLiteral("slow"),
                               QStringLiteral("--delay")};
        const QJsonObject late = start(slow + QStringList(QStringLiteral("600000")));
        Program program;
        program.setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), text(late, "serverKey"));
        const Program::Outcome outcome = program.run(
            {QStringLiteral("verify"), QStringLiteral("--service"), text(late, "url"),
             QStringLiteral("--token"), tokenFrom(late), QStringLiteral("--timeout"), QStringLiteral("300")});
        QVERIFY2(outcome.output.contains("error     timeout"), outcome.output.constData());
        stop(SIGTERM);
        const QJsonObject prompt = start(slow + QStringList(QStringLiteral("0")));
        QCOMPARE(verify(prompt, tokenFrom(prompt)).status, 0);
    }

    void servesWhatVerifyAsks()
    {
        const QJsonObject line = start({});
        const QString token = tokenFrom(line);
        QVERIFY(!token.isEmpty());
        QCOMPARE(verify(line, token).status, 0);
        QCOMPARE(verify(line, token).status, 1);
        QCOMPARE(verify(line, token + QLatin1Char('A')).status, 1);
    }

    void playsTheScenario()
    {
        const QJsonObject line = start({QStringLiteral("--scenario"), QStringLiteral("expired-token")});
        QCOMPARE(text(line, "scenario"), QStringLiteral("expired-token"));
        const Program::Outcome outcome = verify(line, tokenFrom(line));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.output.contains("verdict   robot"), outcome.output.constData());
    }

    void servesHttps()
    {
        const QJsonObject line =
            start({QStringLiteral("--tls-cert"), QStringLiteral(TEST_CERTIFICATES "/loopback.crt"),
                   QStringLiteral("--tls-key"), QStringLiteral(TEST_CERTIFICATES "/loopback.key")});
        QCOMPARE(QUrl(text(line, "url")).scheme(), QStringLiteral("https"));
        QVERIFY(!tokenFrom(line).isEmpty());
        // This certificate is not trusted, and verify offers no way around that.
        const Program::Outcome outcome = verify(line, QStringLiteral("T"));
        QVERIFY2(outcome.output.contains("error     tls"), outcome.output.constData());
    }

    void listensOnLoopbackOnly()
    {
        const QUrl url(text(start({}), "url"));
        const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
        int tried = 0;
        for (const QHostAddress &address : addresses) {
            if (address.isLoopback() || address.protocol() != QHostAddress::IPv4Protocol)
                continue;
            ++tried;
            QTcpSocket socket;
            socket.connectToHost(address, quint16(url.port()));
            QVERIFY2(!socket.waitForConnected(2000), qPrintable(address.toString()));
        }
        if (tried == 0)
            QSKIP("this computer has no other address");
    }

    void listsTheScenarios()
    {
        const Program::Outcome outcome =
            emulator->run({QStringLiteral("emulate"), QStringLiteral("--list-scenarios")});
        QCOMPARE(outcome.status, 0);
        QStringList names;
        const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
        for (const QByteArray &line : lines) {
            names.append(QString::fromUtf8(line.left(line.indexOf(' '))));
            QVERIFY2(line.contains("  "), line.constData());
        }
        QCOMPARE(names, SmartCaptchaEmulator::scenarioNames());
    }

    void takesThePortThatWasAskedFor()
    {
        const int port = QUrl(text(start({}), "url")).port();
        stop(SIGTERM);
        const QJsonObject again = start({QStringLiteral("--port"), QString::number(port)});
        QCOMPARE(QUrl(text(again, "url")).port(), port);
    }

#ifdef Q_OS_UNIX
    void endsCleanlyOnSignals_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void endsCleanlyOnSignals()
    {
        QFETCH(int, signal);
        const QJsonObject line = start({});
        // A client is still connected.
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(text(line, "url")).port()));
        QVERIFY(socket.waitForConnected());
        const Program::Outcome outcome = stop(signal);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.errors, QByteArray());
    }
#endif

private:
    QJsonObject start(const QStringList &options)
    {
        emulator->start(QStringList(QStringLiteral("emulate")) + options);
        const QByteArray line = emulator->firstLine();
        [&] { QVERIFY2(line.endsWith('\n'), line.constData()); }();
        return QJsonDocument::fromJson(line).object();
    }

    Program::Outcome stop(int signal)
    {
#ifdef Q_OS_UNIX
        ::kill(pid_t(emulator->processId()), signal);
#else
        Q_UNUSED(signal)
#endif
        return emulator->end();
    }

    /// A token, obtained in the same way as the widget's frame does after a click.
    static QString tokenFrom(const QJsonObject &line,
                             const QString &origin = QStringLiteral("https://example.com"),
                             const QString &siteKey = QString())
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(text(line, "url") + QStringLiteral("/api/check")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QJsonObject question{
            {QStringLiteral("sitekey"), siteKey.isEmpty() ? text(line, "siteKey") : siteKey},
            {QStringLiteral("origin"), origin}};
        const std::unique_ptr<QNetworkReply> reply(
            manager.post(request, QJsonDocument(question).toJson(QJsonDocument::Compact)));
        reply->ignoreSslErrors();
        [&] { EVENTUALLY(reply->isFinished()); }();
        return text(QJsonDocument::fromJson(reply->readAll()).object(), "token");
    }

    static Program::Outcome verify(const QJsonObject &line, const QString &token)
    {
        Program program;
        program.setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), text(line, "serverKey"));
        return program.run({QStringLiteral("verify"), QStringLiteral("--service"), text(line, "url"),
                            QStringLiteral("--token"), token});
    }

    static QString text(const QJsonObject &object, const char *name)
    {
        return object.value(QLatin1String(name)).toString();
    }

    std::unique_ptr<Program> emulator;
};

QTEST_GUILESS_MAIN(tst_command_emulate)
#include "tst_command_emulate.moc"
