// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

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
        const QString scenarios = m_folder.filePath(QStringLiteral("many.json"));
        const QString report = m_folder.filePath(QStringLiteral("report.json"));
        QFile file(scenarios);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"scenarios": [)");
        QStringList ids;
        QStringList arguments{
            QStringLiteral("qa"), QStringLiteral("--scenarios"), scenarios, QStringLiteral("--jobs"),
            QStringLiteral("3"),  QStringLiteral("--json"),      report};
        for (int i = 0; i < 5; ++i) {
            ids << QStringLiteral("test-%1").arg(i);
            arguments << QStringLiteral("--only") << ids.last();
            file.write(i > 0 ? "," : "");
            // One of them fails, in a process that is not the first.
            file.write(QStringLiteral(R"({"id": "%1", "title": "Shared", "by": ["emulator"], )"
                                      R"("steps": ["useMadeUp"], "expect": {"verdict": "%2"}})")
                           .arg(ids.last(), i == 4 ? QLatin1String("human") : QLatin1String("robot"))
                           .toUtf8());
        }
        file.write("]}");
        file.close();
        const Program::Outcome outcome = m_program->run(arguments);
        QVERIFY2(outcome.output.contains("4 passed, 1 failed, 0 skipped, 0 stopped"),
                 (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.output.count('\n'), ids.size() + 1);
        QCOMPARE(outcome.status, 1);
        QFile written(report);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonArray results =
            QJsonDocument::fromJson(written.readAll()).object().value(QLatin1String("results")).toArray();
        QStringList reported;
        for (const QJsonValue &result : results) {
            reported << result[QLatin1String("id")].toString();
            QVERIFY(!result[QLatin1String("events")].toArray().isEmpty());
        }
        QCOMPARE(reported, ids);

        const Program::Outcome wrong =
            m_program->run({QStringLiteral("qa"), QStringLiteral("--jobs"), QStringLiteral("0")});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.errors.contains("from 1 to 16"), wrong.errors.constData());
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
    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;
};

QTEST_GUILESS_MAIN(tst_command_qa)
#include "tst_command_qa.moc"
