// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "browser/plaintab.h"
#include "program.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qregularexpression.h>
#include <QtTest/qtest.h>

#include <csignal>
#include <memory>

/// `smartcaptcha solve` with a page that the test loads itself.
class tst_command_solve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_emulator.listen()); }
    void init() { m_program = std::make_unique<Program>(); }

    void writesTheTokenAlone_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("text") << false;
        QTest::newRow("JSON") << true;
    }

    void writesTheTokenAlone()
    {
        QFETCH(bool, json);
        const QString token = m_emulator.issueToken();
        m_program->begin(arguments(json ? QStringList{QStringLiteral("--json")} : QStringList()));
        PlainTab tab;
        QVERIFY(tab.load(address()));
        tab.sayReady();
        QCOMPARE(tab.sayToken(token), QStringLiteral("passed"));
        const Program::Outcome outcome = m_program->end();
        QCOMPARE(outcome.status, 0);
        if (json) {
            QCOMPARE(outcome.json().value(QLatin1String("token")).toString(), token);
            QCOMPARE(outcome.json().value(QLatin1String("error")).toString(), QStringLiteral("noError"));
        } else {
            QCOMPARE(outcome.output, token.toUtf8() + '\n');
        }
        QVERIFY(!outcome.errors.contains(token.toUtf8()));
        // As in `smartcaptcha solve | smartcaptcha verify --token -`.
        Program verify;
        verify.setVariable(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"), m_emulator.serverKey().secretValue());
        const QByteArray input = json ? token.toUtf8() : outcome.output;
        QCOMPARE(verify
                     .run({QStringLiteral("verify"), QStringLiteral("--token"), QStringLiteral("-"),
                           QStringLiteral("--service"), m_emulator.url().toString()},
                          input)
                     .status,
                 0);
    }

    void pageSpeaksTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("lang");
        QTest::addColumn<QString>("title");
        const QString english = QStringLiteral("Confirm that you are not a robot");
        QTest::newRow("en") << "en"
                            << "en" << english;
#ifdef TEST_TRANSLATED
        QTest::newRow("ru") << "ru"
                            << "ru" << QStringLiteral("Подтвердите, что вы не робот");
#endif
        // The captcha has it, and the page around it has not.
        QTest::newRow("tt") << "tt"
                            << "en" << english;
    }

    void pageSpeaksTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, lang);
        QFETCH(QString, title);
        m_program->begin(arguments({QStringLiteral("--language"), language}));
        PlainTab tab;
        QVERIFY(tab.load(address()));
        QVERIFY2(tab.html().contains(QStringLiteral("<html lang=\"%1\"").arg(lang)), qPrintable(tab.html()));
        QVERIFY2(tab.html().contains(QStringLiteral("<h1>%1</h1>").arg(title)), qPrintable(tab.html()));
        QVERIFY(tab.html().contains(QStringLiteral("\"hl\":\"%1\"").arg(language)));
        tab.sayReady();
        QCOMPARE(tab.sayToken(m_emulator.issueToken()), QStringLiteral("passed"));
        QCOMPARE(m_program->end().status, 0);
    }

    void tellsHowToReachItOverSsh()
    {
        m_program->begin(arguments({QStringLiteral("--timeout"), QStringLiteral("1")}));
        const QUrl url = address();
        const QByteArray forwarded =
            "ssh -L " + QByteArray::number(url.port()) + ":127.0.0.1:" + QByteArray::number(url.port());
        EVENTUALLY((m_said += m_program->readErrors()).contains(forwarded));
        const Program::Outcome outcome = m_program->end();
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.errors.contains("nobody solved the captcha within 1 s"), outcome.errors.constData());
    }

    void saysWhyThereIsNone()
    {
        m_program->begin(arguments({QStringLiteral("--json")}));
        PlainTab tab;
        QVERIFY(tab.load(address()));
        tab.sayReady();
        QCOMPARE(tab.say(QStringLiteral("networkError")), QStringLiteral("over"));
        const Program::Outcome outcome = m_program->end();
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.json().value(QLatin1String("error")).toString(), QStringLiteral("networkError"));
        QCOMPARE(outcome.json().value(QLatin1String("token")).toString(), QString());
    }

#ifdef Q_OS_UNIX
    void endsCleanly()
    {
        m_program->begin(arguments());
        PlainTab tab;
        QVERIFY(tab.load(address()));
        ::kill(pid_t(m_program->processId()), SIGTERM);
        const Program::Outcome outcome = m_program->end();
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains("the check was cancelled"), outcome.errors.constData());
    }
#endif

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QByteArray>("says");
        const QString key = QStringLiteral("--site-key");
        const auto row = [&](const char *name, const QStringList &more, const char *says) {
            QTest::newRow(name) << QStringList{key, QStringLiteral("ysc1_x")} + more << QByteArray(says);
        };
        QTest::newRow("no key") << QStringList() << QByteArray("--site-key is missing");
        QTest::newRow("empty key") << QStringList{key, QString()} << QByteArray("--site-key is empty");
        row("service", {QStringLiteral("--service"), QStringLiteral("http://example.com")},
            "--service is not usable");
        row("origin", {QStringLiteral("--origin"), QStringLiteral("http://example.com")}, "https");
        row("no seconds", {QStringLiteral("--timeout"), QStringLiteral("0")},
            "--timeout is a number of seconds");
        row("words", {QStringLiteral("--timeout"), QStringLiteral("soon")},
            "--timeout is a number of seconds");
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, given);
        QFETCH(QByteArray, says);
        const Program::Outcome outcome = m_program->run(QStringList{QStringLiteral("solve")} + given);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.errors.contains(says) && outcome.errors.count('\n') == 1,
                 outcome.errors.constData());
    }

private:
    QStringList arguments(const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("solve"),      QStringLiteral("--no-browser"),
                           QStringLiteral("--site-key"), m_emulator.siteKey(),
                           QStringLiteral("--service"),  m_emulator.url().toString()}
        + more;
    }

    // What the program asks the person to open.
    QUrl address()
    {
        static const QRegularExpression line(QStringLiteral("(http://127[^\\s]+/)\\n"));
        m_said.clear();
        QString found;
        (void)eventually([&] {
            m_said += m_program->readErrors();
            found = line.match(QString::fromLocal8Bit(m_said)).captured(1);
            return !found.isEmpty();
        });
        return QUrl(found);
    }

    SmartCaptchaEmulator m_emulator;
    std::unique_ptr<Program> m_program;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(tst_command_solve)
#include "tst_command_solve.moc"
