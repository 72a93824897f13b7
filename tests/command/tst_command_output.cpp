// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

#include <array>
#include <unistd.h>

/// A command whose output cannot be written fails, and a command that has printed its result ends without
/// waiting.
class tst_command_output : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString())); }

    void isNotLostWithoutAWord_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments :
             {"--help", "--version", "verify --token TOKEN --service URL --json",
              "verify --token TOKEN --service URL", "verify --help", "emulate", "emulate --list-scenarios",
              "lint FILE", "lint FILE --format json", "lint FILE --format sarif",
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
              "keys --help",
#endif
#ifdef SMARTCAPTCHA_WITH_QA
              "qa --list",
#endif
              "doctor --version"})
            QTest::newRow(arguments) << QString::fromLatin1(arguments);
    }

    void isNotLostWithoutAWord()
    {
        QFETCH(QString, arguments);
        const QString full = QStringLiteral("/dev/full");
        if (QFile::exists(full)) {
            Program program;
            program.setOutputFile(full);
            const Program::Outcome outcome = run(program, arguments);
            QCOMPARE(outcome.status, 1);
            QVERIFY2(outcome.errors.startsWith("smartcaptcha: standard output cannot be written: ")
                         && outcome.errors.count('\n') == 1,
                     outcome.errors.constData());
        }

        // By default, writing to a pipe without a reader ends a program with a signal.
        std::array<int, 2> pipeEnds{};
        QCOMPARE(pipe(pipeEnds.data()), 0);
        close(pipeEnds[0]);
        Program piping;
        piping.setOutputDescriptor(pipeEnds[1]);
        const Program::Outcome piped = run(piping, arguments);
        close(pipeEnds[1]);
        QVERIFY2(piped.status == 1 || piped.status == -2, qPrintable(QString::number(piped.status)));

        // Without standard output; the first connection must not take its descriptor.
        Program closed;
        closed.setOutputDescriptor(-1);
        QCOMPARE(run(closed, arguments).status, 1);
    }

    void doesNotWaitForNameServers_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("service") << QStringLiteral("verify --token T --service https://captcha.test");
        QTest::newRow("backend") << QStringLiteral("verify --token T --backend https://captcha.test/verify");
    }

    void doesNotWaitForNameServers()
    {
        QFETCH(QString, arguments);
        Program program;
        program.preload(QStringLiteral(TEST_SILENT_RESOLVER));
        const Program::Outcome outcome =
            run(program, arguments + QStringLiteral(" --policy strict --timeout 1000 --json"));
        QCOMPARE(outcome.json().value(QLatin1String("error")), QJsonValue(QStringLiteral("timeout")));
        QCOMPARE(outcome.status, 1);
    }

private:
    Program::Outcome run(Program &program, QString arguments)
    {
        arguments.replace(QLatin1String("TOKEN"), m_emulator.issueToken());
        arguments.replace(QLatin1String("URL"), m_emulator.url().toString());
        arguments.replace(QLatin1String("FILE"), QStringLiteral(TEST_FILE));
        if (!arguments.contains(QLatin1String("--backend")))
            program.setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"),
                                m_emulator.serverKey().secretValue());
        return program.run(arguments.split(QLatin1Char(' ')));
    }

    SmartCaptchaEmulator m_emulator;
};

QTEST_GUILESS_MAIN(tst_command_output)
#include "tst_command_output.moc"
