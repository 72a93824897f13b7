// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qtest.h>

/// The reaction to wrong arguments, and the help.
class tst_command_usage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(folder.isValid());
        write("empty", " \n");
        write("long", QByteArray(5000, 'k'));
        write("client", "ysc1_abcdefghijklmnopqrst\n");
        write("two", "ysc2_one\nysc2_two\n");
        write("key", "ysc2_key\n");
        write("other",
              "ysc2_"
              "ABCDEFGHIJKLMNOPQRSTuv\n");
        write("text", "this is no certificate\n");
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *arguments, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(says);
        };
        row("nothing", "", "no command given");
        row("unknown command", "validate --token T", "there is no command 'validate'");
        row("an option first", "--token T", "the command comes first");

        row("verify: no token", "verify", "--token is missing");
        row("verify: empty token", "verify --token EMPTY", "--token is empty");
        row("verify: no value", "verify --token", "--token");
        row("verify: forgotten value", "verify --allow-host --token=T", "--allow-host has no value; see");
        row("verify: two tokens", "verify --token A --token B", "--token is given more than once");
        row("verify: unknown option", "verify --token T --secret S", "there is no option --secret");
        row("verify: argument", "verify --token T T2", "belongs to no option");
        row("verify: key for a switch", "verify --token T --json=yes", "--json");
        row("verify: no key", "verify --token T", "there is no server key");
        row("verify: policy", "verify --token T --policy loose", "--policy is advice or strict");
        row("verify: method", "verify --token T --method put", "--method is post or get");
        row("verify: timeout of words", "verify --token T --timeout soon", "--timeout is a number");
        row("verify: timeout of nothing", "verify --token T --timeout 0", "--timeout is a number");
        row("verify: timeout too long", "verify --token T --timeout 600001", "--timeout is a number");
        row("verify: ip", "verify --token T --ip example.com", "--ip is not an IP address");
        row("verify: host", "verify --token T --allow-host /", "--allow-host");
        row("verify: http service", "verify --token T --service http://example.com",
            "--service is not usable");
        row("verify: no service", "verify --token T --service nonsense", "--service is not usable");
        row("verify: http backend", "verify --token T --backend http://example.com/x",
            "--backend is not usable");
        row("verify: backend with a user", "verify --token T --backend https://me:pw@example.com/",
            "--backend is not usable");
        row("verify: backend and service",
            "verify --token T --backend https://a.example --service https://b.example",
            "--backend and --service exclude");
        row("verify: backend and key",
            "verify --token T --backend https://a.example --server-key-file DIR/key",
            "--backend and --server-key-file exclude");
        row("verify: backend by get", "verify --token T --backend https://a.example --method get",
            "by post only");
        row("verify: two keys", "verify --token T --keychain a --server-key-file DIR/key",
            "exclude each other");
        row("verify: missing file", "verify --token T --server-key-file DIR/none", "cannot be read");
        row("verify: folder", "verify --token T --server-key-file DIR", "cannot be read");
        row("verify: empty file", "verify --token T --server-key-file DIR/empty", "is empty");
        row("verify: long file", "verify --token T --server-key-file DIR/long", "too long");
        row("verify: client key", "verify --token T --server-key-file DIR/client", "this is a client key");
        row("verify: two keys in a file", "verify --token T --server-key-file DIR/two", "white space");
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
        row("verify: no keychain", "verify --token T --keychain shop",
            "no key 'shop' from the keychain: there is no");
#else
        row("verify: no keychain", "verify --token T --keychain shop", "SmartCaptcha::KeyStore was left out");
#endif

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
        row("keys: nothing", "keys", "arguments are missing");
        row("keys: no name", "keys get", "it takes set|get|remove NAME");
        row("keys: empty name", "keys get EMPTY", "the name of the key is empty");
        row("keys: two names", "keys get a b", "too many arguments");
        row("keys: another action", "keys list shop", "it can set, get and remove, not 'list'");
        row("keys: reveal what is stored", "keys set shop --reveal", "--reveal belongs to get");
        row("keys: timeout of nothing", "keys get shop --timeout 0", "--timeout is a number");
        row("keys: unknown option", "keys get shop --force", "there is no option --force");
#else
        row("keys: not there", "keys get shop", "SmartCaptcha::KeyStore was left out");
#endif

        row("doctor: argument", "doctor all", "belongs to no option");
        row("doctor: service", "doctor --service http://example.com", "--service is not usable");
        row("doctor: service offline", "doctor --offline --service http://127.0.0.1:1", "exclude each other");

        row("lint: nothing", "lint", "there is nothing to look at");
        row("lint: no such file", "lint DIR/none", "there is no file or folder");
        row("lint: format", "lint DIR --format xml", "--format is text, json or sarif");
        row("lint: site key", "lint DIR --site-key secret", "--site-key is a client key");
        row("lint: no list", "lint --files-from DIR/none", "none cannot be read");
        row("lint: unknown option", "lint DIR --fix", "there is no option --fix");

        row("emulate: port of words", "emulate --port http", "--port is a number");
        row("emulate: port too high", "emulate --port 65536", "--port is a number");
        row("emulate: negative port", "emulate --port=-1", "--port is a number");
        row("emulate: tokens of words", "emulate --tokens some", "--tokens is a number");
        row("emulate: negative tokens", "emulate --tokens=-1", "--tokens is a number");
        row("emulate: too many tokens", "emulate --tokens 1001", "--tokens is a number");
        row("emulate: scenario", "emulate --scenario sunny", "there is no scenario 'sunny'");
        row("emulate: certificate alone", "emulate --tls-cert CERTS/loopback.crt", "belong together");
        row("emulate: key alone", "emulate --tls-key CERTS/loopback.key", "belong together");
        row("emulate: missing certificate", "emulate --tls-cert DIR/none --tls-key CERTS/loopback.key",
            "none cannot be read");
        row("emulate: missing key", "emulate --tls-cert CERTS/loopback.crt --tls-key DIR/none",
            "none cannot be read");
        row("emulate: no certificate", "emulate --tls-cert DIR/text --tls-key CERTS/loopback.key",
            "text holds no certificate");
        row("emulate: no private key", "emulate --tls-cert CERTS/loopback.crt --tls-key DIR/text",
            "text holds no RSA or EC private key");
        for (const char *site :
             {"http://shop.test", "shop.test:80", "shop.test/", "*.shop.test", "me@shop.test"})
            QTest::addRow("emulate: site %s", site)
                << QStringLiteral("emulate --allow-site localhost --allow-site ") + QLatin1String(site)
                << QStringLiteral("'%1' is not the name of a host").arg(QLatin1String(site));
        row("emulate: no site", "emulate --allow-site EMPTY", "--allow-site is empty");
        row("emulate: site key", "emulate --site-key ysc1_a\tb", "--site-key is not usable");
        row("emulate: missing key file", "emulate --server-key-file DIR/none", "cannot be read");
        row("emulate: empty key file", "emulate --server-key-file DIR/empty", "is empty");
        row("emulate: long key file", "emulate --server-key-file DIR/long", "too long");
        row("emulate: client key", "emulate --server-key-file DIR/client", "this is a client key");
        row("emulate: two keys in a file", "emulate --server-key-file DIR/two", "white space");
        row("emulate: no pair", "emulate --site-key ysc1_abcdefghijklmnopqrst --server-key-file DIR/other",
            "are not a pair");
        for (const char *delay : {"-1", "soon", "600001", "1.5"})
            QTest::addRow("emulate: delay %s", delay) << QStringLiteral("emulate --delay=")
                    + QLatin1String(delay) << QStringLiteral("--delay is a number of milliseconds");
        row("emulate: unknown option", "emulate --url http://127.0.0.1", "there is no option --url");
    }

    void wrongUsage()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, says);
        Program program;
        const Program::Outcome outcome = program.run(expanded(arguments));
        expectOneLine(outcome, says);
    }

    void portInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Program program;
        expectOneLine(program.run({QStringLiteral("emulate"), QStringLiteral("--port"),
                                   QString::number(other.serverPort())}),
                      QStringLiteral("cannot listen at port %1").arg(other.serverPort()));
    }

    void neverTakesAKeyFromAnArgument_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("as a command") << QStringLiteral("ysc2_secret");
        QTest::newRow("as an argument") << QStringLiteral("verify --token T ysc2_secret");
        QTest::newRow("as a value") << QStringLiteral("verify --token ysc2_secret");
        QTest::newRow("behind an equals sign") << QStringLiteral("verify --server-key=ysc2_secret --token T");
        QTest::newRow("in an address")
            << QStringLiteral("verify --token T --service https://a.example/ysc2_secret");
        QTest::newRow("in capitals") << QStringLiteral("verify --token T --keychain YSC2_secret");
        QTest::newRow("with the help") << QStringLiteral("verify --help ysc2_secret");
        QTest::newRow("for emulate") << QStringLiteral("emulate --scenario ysc2_secret");
        QTest::newRow("for keys") << QStringLiteral("keys set shop ysc2_secret");
    }

    void neverTakesAKeyFromAnArgument()
    {
        QFETCH(QString, arguments);
        Program program;
        const Program::Outcome outcome = program.run(expanded(arguments));
        expectOneLine(outcome, QStringLiteral("do not pass a server key as an argument"));
        QVERIFY(!outcome.errors.contains("secret"));
    }

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
    void storesNoSuchKey_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("no key on standard input");
        QTest::newRow("blank") << QByteArray(" \r\n") << QStringLiteral("no key on standard input");
        QTest::newRow("client key") << QByteArray("ysc1_secret") << QStringLiteral("this is a client key");
        QTest::newRow("two keys") << QByteArray("ysc2_secret\nysc2_secret") << QStringLiteral("white space");
        QTest::newRow("another form") << QByteArray("secret") << QStringLiteral("this is no server key");
        QTest::newRow("a file") << QByteArray("ysc2_") + QByteArray(5000, 's') << QStringLiteral("too long");
        QTest::newRow("example") << QByteArray("ysc2_...") << QStringLiteral("placeholder");
        QTest::newRow("binary") << QByteArray("ysc2_secret\0secret", 18)
                                << QStringLiteral("other characters that no key has");
    }

    void storesNoSuchKey()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, says);
        Program program;
        const Program::Outcome outcome = program.run(expanded(QStringLiteral("keys set shop")), input);
        expectOneLine(outcome, says);
        QVERIFY(!outcome.errors.contains("secret"));
    }
#endif

    void nothingOnStandardInput()
    {
        Program program;
        program.setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), QStringLiteral("ysc2_secret"));
        for (const QByteArray &input : {QByteArray(), QByteArray(" \r\n\n")}) {
            const Program::Outcome outcome = program.run(expanded(QStringLiteral("verify --token -")), input);
            expectOneLine(outcome, QStringLiteral("no token on standard input"));
            QVERIFY(!outcome.errors.contains("secret"));
        }
    }

    void tellsAboutItself_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *arguments, const char *says) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(says);
        };
        row("--help", "verify");
        row("-h", "emulate");
        row("verify --help", "--allow-host H");
        row("verify --nonsense --help", "--allow-host H");
        row("emulate --help", "--list-scenarios");
        row("emulate --help", "--allow-site HOST");
        row("--help", "keys");
        row("--help", "lint");
        row("--help", "doctor");
        row("doctor --help", "--offline");
        row("lint --help", "--format text|json|sarif");
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
        row("keys --help", "Usage: smartcaptcha keys set|get|remove NAME");
#endif
#ifdef SMARTCAPTCHA_WITH_QA
        row("qa --help", "--junit FILE");
        row("qa --version", "smartcaptcha 0.");
        row("qa --list", "standard");
#endif
        row("--version", "smartcaptcha 0.");
        row("-v", "smartcaptcha 0.");
        row("verify --version", "smartcaptcha 0.");
        row("emulate --version", "smartcaptcha 0.");
    }

    void tellsAboutItself()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, says);
        Program program;
        // As in a minimal container.
        program.setVariable(QStringLiteral("LC_ALL"), QStringLiteral("C"));
        const Program::Outcome outcome = program.run(expanded(arguments));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.contains(says.toUtf8()), outcome.output.constData());
        QCOMPARE(outcome.errors, QByteArray());
    }

private:
    QStringList expanded(QString arguments) const
    {
        arguments.replace(QLatin1String("CERTS"), QStringLiteral(TEST_CERTIFICATES));
        arguments.replace(QLatin1String("DIR"), folder.path());
        QStringList list = arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        list.replaceInStrings(QStringLiteral("EMPTY"), QString());
        return list;
    }

    static void expectOneLine(const Program::Outcome &outcome, const QString &says)
    {
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.errors.startsWith("smartcaptcha: "), outcome.errors.constData());
        QVERIFY2(outcome.errors.contains(says.toUtf8()), outcome.errors.constData());
        QVERIFY2(outcome.errors.count('\n') == 1 && outcome.errors.endsWith('\n'),
                 outcome.errors.constData());
    }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    const QTemporaryDir folder;
};

QTEST_GUILESS_MAIN(tst_command_usage)
#include "tst_command_usage.moc"
