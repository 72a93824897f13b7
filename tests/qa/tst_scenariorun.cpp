// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "play/batch.h"
#include "play/scenariorun.h"
#include "play/stage.h"
#include "scenario/scenarioreader.h"
#include "shared/eventually.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtimer.h>
#include <QtCore/qtranslator.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpserver.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>

#include <algorithm>

using namespace Qa;

class tst_ScenarioRun : public QObject {
    Q_OBJECT

    Stage stage;
    QList<Scenario> scenarios;

    Scenario scenario(const char *id) const
    {
        for (const Scenario &candidate : scenarios) {
            if (candidate.id == QLatin1String(id))
                return candidate;
        }
        qFatal("There is no scenario %s", id);
    }

    ScenarioResult play(const Scenario &scenario, Performer performer = Performer::Emulator)
    {
        ScenarioRun run(scenario, &stage, performer);
        QSignalSpy finished(&run, &ScenarioRun::finished);
        run.start();
        if (finished.isEmpty())
            finished.wait(90000);
        return run.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        scenarios = ScenarioReader::builtIn().scenarios;
        QString problem;
        QVERIFY2(stage.setProfile({}, &problem), qPrintable(problem));
    }

    void passesAndTellsWhatHappened()
    {
        const ScenarioResult result = play(scenario("standard-human"));
        QVERIFY2(result.status == Status::Passed, qPrintable(result.problem));
        QCOMPARE(result.outcome, QStringLiteral("token"));
        QCOMPARE(result.verdict, QStringLiteral("human"));
        QVERIFY(result.milliseconds > 0);
        qint64 last = 0;
        for (const TimelineEvent &event : result.events) {
            QVERIFY(event.milliseconds >= last);
            last = event.milliseconds;
            QVERIFY2(!event.text.contains(stage.profile().serverKey.secretValue()), qPrintable(event.text));
        }
    }

    void tellsItInTheTestersLanguage_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"standard-second-try", "standard-keyboard", "fault-retry"})
            QTest::newRow(id) << id;
    }

    // All of it but requests.
    void tellsItInTheTestersLanguage()
    {
        QFETCH(QString, id);
        QTranslator russian;
        if (!russian.load(QStringLiteral(":/smartcaptcha/i18n/smartcaptcha_qa_ru.qm")))
            QSKIP("built without lrelease");
        QCoreApplication::installTranslator(&russian);
        const ScenarioResult result = play(scenario(qPrintable(id)));
        QCoreApplication::removeTranslator(&russian);
        QVERIFY2(result.status == Status::Passed, qPrintable(result.problem));
        static const QRegularExpression letter(QStringLiteral("[\\x{0410}-\\x{044F}]"));
        QSet<Source> sources;
        for (const TimelineEvent &event : result.events) {
            if (event.source == Source::Network)
                continue;
            sources.insert(event.source);
            QVERIFY2(event.text.contains(letter), qPrintable(event.text));
        }
        QVERIFY(sources.contains(Source::Captcha) && sources.contains(Source::Person)
                && sources.contains(Source::Verifier));
    }

    // Engines drop input before the page is drawn. A busy computer may draw late sometimes, but not always.
    void theFirstPressCounts()
    {
        qsizetype fewest = 99;
        for (int time = 0; time < 3 && fewest > 1; ++time) {
            const ScenarioResult result = play(scenario("standard-human"));
            QVERIFY2(result.status == Status::Passed, qPrintable(result.problem));
            fewest = qMin(
                fewest,
                std::count_if(result.events.begin(), result.events.end(),
                              [](const TimelineEvent &event) { return event.source == Source::Person; }));
        }
        QCOMPARE(fewest, 1);
    }

    void wrongExpectationsFailAndSayWhatHappenedInstead_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("said");
        QTest::newRow("outcome") << "outcome"
                                 << "Expected outcome: cancelled. The outcome was token.";
        QTest::newRow("verdict") << "verdict"
                                 << "Expected verdict: robot.";
        QTest::newRow("accepted") << "accepted"
                                  << "The token should not have been accepted.";
        QTest::newRow("cause") << "cause"
                               << "Expected cause: timeout.";
        QTest::newRow("event") << "event"
                               << "The event challengeShown is missing or out of order";
        QTest::newRow("never") << "never"
                               << "The event tokenReceived must not happen, but it did.";
    }

    void wrongExpectationsFailAndSayWhatHappenedInstead()
    {
        QFETCH(QString, what);
        QFETCH(QString, said);
        Scenario wrong = scenario("standard-human");
        if (what == QLatin1String("outcome"))
            wrong.expectation.outcome = QStringLiteral("cancelled");
        else if (what == QLatin1String("verdict"))
            wrong.expectation.verdict = QStringLiteral("robot");
        else if (what == QLatin1String("accepted"))
            wrong.expectation.accepted = false;
        else if (what == QLatin1String("cause"))
            wrong.expectation.cause = QStringLiteral("timeout");
        else if (what == QLatin1String("event"))
            wrong.expectation.events << QStringLiteral("challengeShown");
        else
            wrong.expectation.never << QStringLiteral("tokenReceived");
        const ScenarioResult result = play(wrong);
        QCOMPARE(result.status, Status::Failed);
        QVERIFY2(result.problem.startsWith(said), qPrintable(result.problem));
    }

    void aStepThatCannotBeDoneEndsIt()
    {
        Scenario stuck = scenario("standard-human");
        stuck.settings.emulatorScenario = QStringLiteral("script-missing");
        const ScenarioResult result = play(stuck);
        QCOMPARE(result.status, Status::Failed);
        QVERIFY2(result.problem.contains(QLatin1String("loadFailed")), qPrintable(result.problem));
    }

    void whatAScenarioChangesIsTakenBack()
    {
        const QNetworkProxy proxy = QNetworkProxy::applicationProxy();
        const QLocale locale;
        QCOMPARE(play(scenario("proxy-dead-loopback")).status, Status::Passed);
        QCOMPARE(QNetworkProxy::applicationProxy(), proxy);
        const ScenarioResult result = play(scenario("language-changes"));
        QVERIFY2(result.status == Status::Passed, qPrintable(result.problem));
        QCOMPARE(QLocale(), locale);
        QVERIFY(stage.emulator()->isListening());
    }

    void canBeStoppedAndJudged()
    {
        ScenarioRun run(scenario("answer-hanging"), &stage, Performer::Emulator);
        QSignalSpy finished(&run, &ScenarioRun::finished);
        run.start();
        run.stop();
        QVERIFY(finished.isEmpty());
        EVENTUALLY_COMPARE(finished.size(), 1);
        QCOMPARE(run.result().status, Status::Stopped);

        ScenarioRun byHand(scenario("person-passes"), &stage, Performer::Person);
        QSignalSpy judged(&byHand, &ScenarioRun::finished);
        byHand.start();
        byHand.judge(false, QStringLiteral("The text is cut off"));
        QCOMPARE(judged.size(), 1);
        QCOMPARE(byHand.result().status, Status::Failed);
        QCOMPARE(byHand.result().problem, QStringLiteral("The text is cut off"));
    }

    void aPersonsWordDoesNotHideWhatWasSeen()
    {
        ScenarioRun tooEarly(scenario("person-passes"), &stage, Performer::Person);
        tooEarly.start();
        tooEarly.judge(true, QStringLiteral("looks good"));
        QCOMPARE(tooEarly.result().status, Status::Failed);
        QVERIFY2(tooEarly.result().problem.startsWith(QLatin1String("Expected outcome: ")),
                 qPrintable(tooEarly.result().problem));
        QCOMPARE(tooEarly.result().note, QStringLiteral("looks good"));

        ScenarioRun wordless(scenario("person-passes"), &stage, Performer::Person);
        wordless.start();
        wordless.judge(false, {});
        QCOMPARE(wordless.result().status, Status::Failed);
        QVERIFY(!wordless.result().problem.isEmpty());
    }

    void typesNothingIntoAWindowAroundIt_data()
    {
        QTest::addColumn<SmartCaptchaWidget::ChallengePresentation>("presentation");
        QTest::newRow("popup") << SmartCaptchaWidget::ChallengePresentation::Popup;
        QTest::newRow("inline") << SmartCaptchaWidget::ChallengePresentation::Inline;
    }

    void typesNothingIntoAWindowAroundIt()
    {
        QFETCH(SmartCaptchaWidget::ChallengePresentation, presentation);
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *inside = new Stage;
        auto *note = new QLineEdit;
        row->addWidget(inside);
        row->addWidget(note);
        QString problem;
        QVERIFY2(inside->setProfile({}, &problem), qPrintable(problem));
        window.resize(900, 700);
        window.show();
        window.activateWindow();
        Scenario challenge = scenario("standard-challenge-popup");
        challenge.settings.presentation = presentation;
        ScenarioRun run(challenge, inside, Performer::Emulator);
        QSignalSpy finished(&run, &ScenarioRun::finished);
        bool taken = false;
        connect(&run, &ScenarioRun::eventHappened, note, [&](const TimelineEvent &event) {
            if (event.name != QLatin1String("challengeShown"))
                return;
            // The tester clicks into the note before the harness types.
            QTimer::singleShot(250, note, [&] {
                window.activateWindow();
                note->setFocus();
                taken = QApplication::focusWidget() == note;
            });
        });
        run.start();
        QVERIFY(finished.wait(90000));
        QVERIFY2(run.result().status == Status::Passed, qPrintable(run.result().problem));
        QVERIFY(taken || presentation == SmartCaptchaWidget::ChallengePresentation::Popup);
        QCOMPARE(note->text(), QString());
    }

    void closesNoWindowAroundIt()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *inside = new Stage;
        row->addWidget(inside);
        QString problem;
        QVERIFY2(inside->setProfile({}, &problem), qPrintable(problem));
        window.show();
        Scenario closing = scenario("standard-human");
        closing.steps = {Step{StepKind::Load, {}, 0, {}}, Step{StepKind::CloseWindow, {}, 0, {}}};
        closing.expectation = {};
        ScenarioRun run(closing, inside, Performer::Emulator);
        QSignalSpy finished(&run, &ScenarioRun::finished);
        run.start();
        QVERIFY(finished.wait(30000));
        QVERIFY(window.isVisible());
    }

    void aPersonsTokenIsEnoughForAPerson()
    {
        // Another scenario's steps play the part of the person, in the same window.
        ScenarioRun run(scenario("person-passes"), &stage, Performer::Person);
        QSignalSpy finished(&run, &ScenarioRun::finished);
        run.start();
        EVENTUALLY_COMPARE(stage.captcha()->state(), SmartCaptcha::State::Ready);
        stage.captcha()->execute();
        QVERIFY(finished.size() == 1 || finished.wait(30000));
        QVERIFY2(run.result().status == Status::Passed, qPrintable(run.result().problem));
    }

    // Not as if the captcha had not loaded.
    void tellsThatTheServiceDoesNotComeBack_data()
    {
        QTest::addColumn<bool>("inTheScenario");
        QTest::newRow("after the scenario before") << false;
        QTest::newRow("in the scenario") << true;
    }

    void tellsThatTheServiceDoesNotComeBack()
    {
        QFETCH(bool, inTheScenario);
        QTcpServer other;
        QVERIFY(stage.setServiceReachable(true));
        const quint16 port = stage.emulator()->port();
        const auto takePort = [&] { return other.listen(QHostAddress::LocalHost, port); };
        Scenario taken = scenario("answer-robot");
        if (inTheScenario) {
            taken.steps = {Step{StepKind::StopService, {}, 0, {}}, Step{StepKind::StartService, {}, 0, {}}};
            connect(stage.emulator(), &SmartCaptchaEmulator::listeningChanged, &other,
                    [&](bool listening) { QVERIFY(listening || takePort()); });
        } else {
            QVERIFY(stage.setServiceReachable(false));
            QVERIFY2(takePort(), qPrintable(other.errorString()));
        }
        const ScenarioResult result = play(taken);
        QCOMPARE(result.status, Status::Failed);
        QVERIFY2(result.problem.startsWith(QLatin1String("The emulator could not be started again")),
                 qPrintable(result.problem));
    }

    void aTokenThatIsNotThereIsNotUsed()
    {
        Scenario without = scenario("token-damaged");
        without.steps = {Step{StepKind::UseDamaged, {}, 0, {}}};
        without.expectation.within = 3000;
        const ScenarioResult result = play(without);
        QCOMPARE(result.status, Status::Failed);
    }

    void aBatchThatWasStoppedHasNotPassed()
    {
        Batch batch({scenario("answer-robot"), scenario("standard-human")}, &stage, Performer::Emulator);
        QSignalSpy finished(&batch, &Batch::finished);
        batch.stop();
        batch.start();
        QVERIFY(finished.wait(60000));
        QCOMPARE(batch.results().size(), 2);
        for (const ScenarioResult &result : batch.results())
            QCOMPARE(result.status, Status::Stopped);
    }

    void aResultIsThereBeforeItsPicture()
    {
        const QTemporaryDir folder;
        Batch batch({scenario("answer-robot")}, &stage, Performer::Emulator);
        batch.setPictureFolder(folder.path());
        QStringList order;
        connect(&batch, &Batch::scenarioFinished, &batch, [&](const ScenarioResult &result) {
            order << QStringLiteral("finished");
            QVERIFY(result.screenshot.isEmpty());
        });
        connect(&batch, &Batch::scenarioPictured, &batch, [&](const ScenarioResult &result) {
            order << QStringLiteral("pictured");
            QVERIFY(QFile::exists(folder.filePath(result.screenshot)));
        });
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        QVERIFY(finished.wait(60000));
        QCOMPARE(order, QStringList({QStringLiteral("finished"), QStringLiteral("pictured")}));
        QCOMPARE(batch.results().size(), 1);
        QCOMPARE(batch.results().at(0).screenshot, QStringLiteral("answer-robot.png"));
    }

    void aPersonMayUseAnyScale()
    {
        Batch batch({scenario("scale-200")}, &stage, Performer::Person);
        QSignalSpy finished(&batch, &Batch::finished);
        connect(&batch, &Batch::scenarioStarted, &batch, &Batch::stop, Qt::QueuedConnection);
        batch.start();
        QVERIFY(finished.wait(60000));
        QCOMPARE(batch.results().at(0).status, Status::Stopped);
    }

    void batchSkipsWhatIsNotForIt()
    {
        Batch batch({scenario("person-passes"), scenario("scale-200"), scenario("answer-robot")}, &stage,
                    Performer::Emulator);
        QSignalSpy finished(&batch, &Batch::finished);
        batch.start();
        QVERIFY(finished.wait(60000));
        QCOMPARE(batch.results().size(), 3);
        QCOMPARE(batch.results().at(0).status, Status::Skipped);
        QCOMPARE(batch.results().at(1).status, Status::Skipped);
        QVERIFY2(batch.results().at(2).status == Status::Passed, qPrintable(batch.results().at(2).problem));
    }
};

QTEST_MAIN(tst_ScenarioRun)
#include "tst_scenariorun.moc"
