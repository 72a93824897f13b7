// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qdatetime.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <csignal>
#include <memory>

/// The exit status and the counts of `smartcaptcha qa`, which CI relies on.
class tst_command_qa : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_program->setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    // The window is the program's only one, and the next scenario needs it again.
    void goesOnAfterTheWindowWasClosed()
    {
        const QString scenarios = m_folder.filePath(QStringLiteral("scenarios.json"));
        const QString report = m_folder.filePath(QStringLiteral("report.xml"));
        QFile file(scenarios);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"scenarios": [
            {"id": "test-closed", "title": "Closed", "by": ["emulator"],
             "steps": ["awaitReady", "closeWindow"], "expect": {"outcome": "ready"}},
            {"id": "test-wrong", "title": "Wrong", "by": ["emulator"],
             "steps": ["useMadeUp"], "expect": {"verdict": "human"}}]})");
        file.close();
        const Program::Outcome outcome =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--scenarios"), scenarios,
                            QStringLiteral("--only"), QStringLiteral("test-closed"), QStringLiteral("--only"),
                            QStringLiteral("test-wrong"), QStringLiteral("--junit"), report});
        QVERIFY2(outcome.output.contains("1 passed, 1 failed, 0 skipped"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 1);
        QFile written(report);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("tests=\"2\""));
    }

    void sharesTheScenarios()
    {
        // One of them fails, in a process that is not the first.
        const QString scenarios = write(
            {quick("test-0"), quick("test-1"), quick("test-2"), quick("test-3"), quick("test-4", "human")});
        const Program::Outcome outcome = m_program->run(arguments(scenarios, 5, 3));
        QVERIFY2(outcome.output.contains("4 passed, 1 failed, 0 skipped, 0 stopped"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.output.count('\n'), 6);
        QCOMPARE(outcome.status, 1);
        const QJsonArray results = reported();
        QCOMPARE(idsOf(results), ids(5));
        for (const QJsonValue &result : results)
            QVERIFY(!result[QLatin1String("events")].toArray().isEmpty());

        const Program::Outcome wrong =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--jobs"), QStringLiteral("0")});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.errors.contains("from 1 to 16"), wrong.errors.constData());
    }

    // Also if the screen must have another scale, and so the process cannot be the same.
    void startsNoMoreProcessesThanWanted()
    {
        QByteArray steps;
        for (int i = 0; i < 8; ++i)
            steps += R"({"do": "resize", "to": {"width": 500, "height": 600}}, )";
        const QString scenarios =
            write({scenario("test-0", '[' + steps + R"("useMadeUp"])", R"({"verdict": "robot"})"),
                   scenario("test-1", R"(["useMadeUp"], "set": {"scale": 2})", R"({"verdict": "robot"})")});
        const Program::Outcome outcome = m_program->run(arguments(scenarios, 2, 1));
        QVERIFY2(outcome.output.contains("2 passed, 0 failed, 0 skipped, 0 stopped"),
                 (outcome.output + outcome.errors).constData());
        const QJsonArray results = reported();
        QCOMPARE(idsOf(results), ids(2));
        const auto began = [&results](int i) {
            return QDateTime::fromString(results.at(i)[QLatin1String("began")].toString(), Qt::ISODateWithMs);
        };
        const qint64 took = results.at(0)[QLatin1String("milliseconds")].toInteger();
        QVERIFY(began(0).isValid() && took > 0);
        QVERIFY2(began(0).addMSecs(took) <= began(1), outcome.output.constData());
    }

    // As with the output of a password manager.
    void readsTheServerKeyOnce()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty())
            QSKIP("bash is not installed");
        SmartCaptchaEmulator service;
        QVERIFY2(service.listen(), qPrintable(service.errorString()));
        m_program->setVariable(QStringLiteral("TEST_KEY"), service.serverKey().secretValue());
        m_program->runThrough({QStringLiteral("bash"), QStringLiteral("-c"),
                               QStringLiteral(R"(exec "$@" --server-key-file <(printf '%s\n' "$TEST_KEY"))"),
                               QStringLiteral("bash")});
        // Without the key, the service gives no verdict.
        const QString scenarios = write(
            {quick("test-0").replace("emulator", "service"), quick("test-1").replace("emulator", "service")});
        const Program::Outcome outcome = m_program->run(
            arguments(scenarios, 2, 2) << QStringLiteral("--service") << service.url().toString()
                                       << QStringLiteral("--site-key") << service.siteKey());
        QVERIFY2(outcome.output.contains("2 passed, 0 failed, 0 skipped, 0 stopped"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 0);
    }

    void aProcessThatCrashesTakesNoOtherResultAlong()
    {
#ifdef Q_OS_LINUX
        const QString scenarios =
            write({quick("test-0"), quick("test-1"), quick("test-2"), endless("test-3")});
        m_program->begin(arguments(scenarios, 4, 2));
        QByteArray output;
        for (int line = 0; line < 3; ++line)
            output += m_program->nextLine();
        QVERIFY2(output.count("passed") == 3, output.constData());
        const pid_t share = shareOf(scenarios);
        QVERIFY(share > 0);
        QCOMPARE(::kill(share, SIGKILL), 0);
        const Program::Outcome outcome = m_program->end();
        QVERIFY2(outcome.output.contains("3 passed, 1 failed, 0 skipped, 0 stopped"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 1);
        const QJsonArray results = reported();
        QCOMPARE(idsOf(results), ids(4));
        QCOMPARE(results.at(1)[QLatin1String("status")].toString(), QStringLiteral("passed"));
        QVERIFY(!results.at(1)[QLatin1String("events")].toArray().isEmpty());
        QCOMPARE(results.at(3)[QLatin1String("status")].toString(), QStringLiteral("failed"));
#else
        QSKIP("how to find the process is known for Linux only");
#endif
    }

    void canBeStoppedWhileItsProcessesStart()
    {
#ifdef Q_OS_UNIX
        const QString scenarios = write(
            {endless("test-0"), endless("test-1"), endless("test-2"), endless("test-3"), endless("test-4")});
        // It is skipped as soon as the processes have been started.
        m_program->start(arguments(scenarios, 5, 3)
                         << QStringLiteral("--only") << QStringLiteral("person-passes"));
        QVERIFY2(m_program->firstLine().startsWith("skipped"), m_program->firstLine().constData());
        QCOMPARE(::kill(pid_t(m_program->processId()), SIGTERM), 0);
        const Program::Outcome outcome = m_program->end();
        QVERIFY2(outcome.output.contains("0 passed, 0 failed, 1 skipped, 5 stopped"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.output.count('\n'), 6);
        QCOMPARE(outcome.status, 1);
        const QStringList all = QStringList{QStringLiteral("person-passes")} + ids(5);
        QCOMPARE(idsOf(reported()), all);
#else
        QSKIP("no signals");
#endif
    }

    void endsWhileTheBrowserIsBusy()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("chromedriver")).isEmpty())
            QSKIP("chromedriver is not installed (on Debian: apt-get install chromium-driver)");
        const QString scenarios = m_folder.filePath(QStringLiteral("busy.json"));
        QFile file(scenarios);
        QVERIFY(file.open(QIODevice::WriteOnly));
        // There is no challenge, so the browser looks for it until the scenario's time is up.
        file.write(R"({"scenarios": [
            {"id": "test-busy", "title": "Busy", "by": ["emulator"], "steps": ["awaitReady", "closeChallenge"],
             "expect": {"outcome": "cancelled", "within": 4000}}]})");
        file.close();
        const Program::Outcome outcome =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--engine"), QStringLiteral("browser"),
                            QStringLiteral("--scenarios"), scenarios, QStringLiteral("--only"),
                            QStringLiteral("test-busy")});
        QVERIFY2(outcome.output.contains("0 passed, 1 failed"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 1);
    }

    void refusesARealServiceInTheBrowser()
    {
        const Program::Outcome outcome =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--engine"), QStringLiteral("browser"),
                            QStringLiteral("--site-key"), QStringLiteral("ysc1_example")});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains("emulator only"), outcome.errors.constData());
        const Program::Outcome unknown =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--engine"), QStringLiteral("lynx")});
        QCOMPARE(unknown.status, 2);
        QVERIFY2(unknown.errors.contains("webengine or browser"), unknown.errors.constData());
    }

    void failsWhenNothingWasTested()
    {
        const Program::Outcome outcome =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--only"), QStringLiteral("person-passes")});
        QVERIFY2(outcome.output.contains("0 passed, 0 failed, 1 skipped"),
                 (outcome.output + outcome.errors).constData());
        QVERIFY2(outcome.errors.contains("every scenario was skipped"), outcome.errors.constData());
        QCOMPARE(outcome.status, 1);
    }

    void looksAtTheReportsPlaceFirst()
    {
        const Program::Outcome outcome = m_program->run(
            {QStringLiteral("qa"), QStringLiteral("--only"), QStringLiteral("person-passes"),
             QStringLiteral("--json"), m_folder.filePath(QStringLiteral("missing/report.json"))});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.errors.contains("report.json cannot be written"), outcome.errors.constData());
        const Program::Outcome folder =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--only"), QStringLiteral("person-passes"),
                            QStringLiteral("--json"), m_folder.path()});
        QCOMPARE(folder.status, 2);
        QCOMPARE(folder.output, QByteArray());
    }

private:
    static QByteArray scenario(const QByteArray &id, const QByteArray &steps, const QByteArray &expectation)
    {
        return R"({"title": "Shared", "by": ["emulator"], "id": )" + ('"' + id + '"') + R"(, "steps": )"
            + steps + R"(, "expect": )" + expectation + '}';
    }

    static QByteArray quick(const QByteArray &id, const QByteArray &verdict = "robot")
    {
        return scenario(id, R"(["useMadeUp"])", R"({"verdict": )" + ('"' + verdict + '"') + '}');
    }

    /// There is no challenge, so it waits until its time is up.
    static QByteArray endless(const QByteArray &id)
    {
        return scenario(id, R"(["awaitReady", "awaitChallenge"])", R"({"outcome": "ready"})");
    }

    QString write(const QByteArrayList &scenarios)
    {
        QFile file(m_folder.filePath(QStringLiteral("shared.json")));
        if (!file.open(QIODevice::WriteOnly)
            || file.write("{\"scenarios\": [" + scenarios.join(',') + "]}") < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    static QStringList ids(int count)
    {
        QStringList all;
        for (int i = 0; i < count; ++i)
            all << QStringLiteral("test-%1").arg(i);
        return all;
    }

    QString report() const
    {
        return m_folder.filePath(QStringLiteral("report.json"));
    }

    /// Runs the scenarios of the file @p scenarios that are called as in ids().
    QStringList arguments(const QString &scenarios, int count, int jobs) const
    {
        QStringList all{
            QStringLiteral("qa"),  QStringLiteral("--scenarios"), scenarios, QStringLiteral("--jobs"),
            QString::number(jobs), QStringLiteral("--json"),      report()};
        const QStringList chosen = ids(count);
        for (const QString &id : chosen)
            all << QStringLiteral("--only") << id;
        return all;
    }

    QJsonArray reported() const
    {
        QFile file(report());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("results")).toArray();
    }

    static QStringList idsOf(const QJsonArray &results)
    {
        QStringList all;
        for (const QJsonValue &result : results)
            all << result[QLatin1String("id")].toString();
        return all;
    }

#ifdef Q_OS_LINUX
    /// A process that runs some of @p scenarios for the program; 0 if there is none.
    static pid_t shareOf(const QString &scenarios)
    {
        const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
        for (const QString &process : processes) {
            QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(process));
            if (!commandLine.open(QIODevice::ReadOnly))
                continue;
            const QByteArray words = commandLine.readAll();
            if (words.contains(QFile::encodeName(scenarios)) && !words.contains("--jobs"))
                return process.toInt();
        }
        return 0;
    }
#endif

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;
};

QTEST_GUILESS_MAIN(tst_command_qa)
#include "tst_command_qa.moc"
