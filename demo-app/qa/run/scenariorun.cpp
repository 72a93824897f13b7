// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariorun.h"

#include "damagedtoken.h"
#include "person/person.h"
#include "scenario/vocabulary.h"
#include "stage.h"

#include <SmartCaptcha/SmartCaptchaEmulatorRequest>
#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>

#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qpushbutton.h>

#include <utility>

namespace Qa {

using Vocabulary::wordFor;
using State = SmartCaptcha::State;

namespace {

// Between two looks at the conditions, in milliseconds.
constexpr int beat = 20;

// Where the checkbox is in the emulator's widget.
constexpr QPoint checkbox(34, 42);

// How long all has to stay as it should be, where something must not happen.
constexpr qint64 settlingTime = 700;

// How long something else than what is expected has to last before it counts.
constexpr qint64 certainAfter = 1500;

// How long a press may take to have an effect before it is repeated.
constexpr qint64 patience = 800;

} // namespace

ScenarioRun::ScenarioRun(const Scenario &scenario, Stage *stage, Performer performer, QObject *parent)
    : QObject(parent)
    , m_scenario(scenario)
    , m_stage(stage)
    , m_performer(performer)
{
    m_result.id = scenario.id;
    m_tick.setInterval(beat);
    connect(&m_tick, &QTimer::timeout, this, &ScenarioRun::tick);
}

ScenarioRun::~ScenarioRun()
{
    if (m_running)
        m_stage->restore();
}

void ScenarioRun::start()
{
    m_running = true;
    m_result.began = QDateTime::currentDateTime();
    m_stage->prepare(m_scenario);
    // What the profile gives more time to may take longer as a whole, too.
    const int loadTimeout = m_stage->captcha()->options().loadTimeout();
    m_moreToLoad = loadTimeout - m_scenario.settings.options.loadTimeout();
    m_within = m_scenario.expectation.within + m_moreToLoad + m_stage->verifier()->timeout()
        - m_scenario.settings.verifyTimeout;
    m_clock.start();
    listen();
    plan();
    m_tick.start();
}

void ScenarioRun::listen()
{
    SmartCaptchaWidget *const captcha = m_stage->captcha();
    connect(captcha, &SmartCaptchaWidget::stateChanged, this, [this](State state) {
        if (state == State::Loading || state == State::Checking || state == State::Ready)
            note(Source::Captcha, wordFor(state), QStringLiteral("State ") + wordFor(state));
        if (state == State::Ready && m_result.outcome.isEmpty())
            m_result.outcome = QStringLiteral("ready");
    });
    connect(captcha, &SmartCaptchaWidget::challengeShown, this, [this] {
        note(Source::Captcha, QStringLiteral("challengeShown"), QStringLiteral("A challenge is shown"));
    });
    connect(captcha, &SmartCaptchaWidget::challengeHidden, this, [this] {
        note(Source::Captcha, QStringLiteral("challengeHidden"), QStringLiteral("The challenge is closed"));
    });
    connect(captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        m_token = token.value();
        m_result.outcome = QStringLiteral("token");
        ++m_asked;
        note(Source::Captcha, QStringLiteral("tokenReceived"),
             QStringLiteral("A token of %1 characters").arg(token.value().size()));
    });
    connect(captcha, &SmartCaptchaWidget::tokenExpired, this, [this] {
        m_result.outcome = QStringLiteral("expired");
        note(Source::Captcha, QStringLiteral("tokenExpired"), QStringLiteral("The token has expired"));
    });
    connect(captcha, &SmartCaptchaWidget::cancelled, this, [this] {
        m_result.outcome = QStringLiteral("cancelled");
        note(Source::Captcha, QStringLiteral("cancelled"), QStringLiteral("The attempt was cancelled"));
    });
    connect(captcha, &SmartCaptchaWidget::errorOccurred, this, [this](const SmartCaptchaError &error) {
        m_result.outcome = QStringLiteral("failed");
        m_result.error = wordFor(error.code());
        note(Source::Captcha, QStringLiteral("failed"),
             QStringLiteral("Error %1: %2").arg(wordFor(error.code()), error.details()));
    });
    connect(m_stage->verifier(), &SmartCaptchaVerifier::finished, this, &ScenarioRun::verdictArrives);
    if (SmartCaptchaEmulator *const emulator = m_stage->emulator()) {
        connect(emulator, &SmartCaptchaEmulator::requestReceived, this,
                [this](const SmartCaptchaEmulatorRequest &request) {
                    note(Source::Network, {},
                         QStringLiteral("%1 %2 \u2192 %3")
                             .arg(request.method(), request.path())
                             .arg(request.status()));
                });
        connect(emulator, &SmartCaptchaEmulator::challengeCreated, this,
                [this](const QString &id, const QString &answer) {
                    Q_UNUSED(id)
                    m_challengeAnswer = answer;
                });
    }
}

void ScenarioRun::verdictArrives(const SmartCaptchaResult &result)
{
    ++m_verdicts;
    m_result.verdict = wordFor(result.verdict());
    m_result.accepted = result.isAccepted();
    m_result.cause = wordFor(result.error());
    note(Source::Verifier, QStringLiteral("verified"),
         QStringLiteral("Verdict %1, %2, %3, status %4, after %5 ms")
             .arg(m_result.verdict,
                  result.isAccepted() ? QStringLiteral("accepted") : QStringLiteral("not accepted"),
                  m_result.cause)
             .arg(result.httpStatus())
             .arg(result.elapsed()));
}

void ScenarioRun::note(Source source, const QString &name, const QString &text)
{
    const TimelineEvent event{m_clock.elapsed(), source, name, text};
    m_result.events << event;
    Q_EMIT eventHappened(event);
}

int ScenarioRun::count(const QString &event) const
{
    return int(std::count_if(m_result.events.begin(), m_result.events.end(),
                             [&](const TimelineEvent &happening) { return happening.name == event; }));
}

bool ScenarioRun::happened(const QString &event) const
{
    return count(event) > 0;
}

void ScenarioRun::wait(std::function<bool()> until, const QString &otherwise, int deadline)
{
    m_beats << Beat{std::move(until), deadline, otherwise, {}, m_planned};
}

void ScenarioRun::act(std::function<void()> what)
{
    m_beats << Beat{{}, 0, {}, std::move(what), m_planned};
}

void ScenarioRun::pause(int milliseconds)
{
    m_beats << Beat{[this, milliseconds] { return m_clock.elapsed() - m_beatBegan >= milliseconds; },
                    milliseconds + 60000,
                    {},
                    {},
                    m_planned};
}

void ScenarioRun::plan()
{
    const bool person = m_performer == Performer::Person;
    // Loading is part of every scenario that has not said when.
    const auto loads = [](const Step &step) {
        return step.kind == StepKind::Load || step.kind == StepKind::Execute;
    };
    const bool untouched = !m_scenario.steps.isEmpty()
        && std::all_of(m_scenario.steps.begin(), m_scenario.steps.end(),
                       [](const Step &step) { return step.kind == StepKind::UseMadeUp; });
    if (!untouched && (m_scenario.steps.isEmpty() || !loads(m_scenario.steps.first())))
        act([this] { m_stage->captcha()->load(); });
    if (person)
        return;
    for (int i = 0; i < m_scenario.steps.size(); ++i) {
        m_planned = i;
        planStep(m_scenario.steps.at(i));
    }
    m_planned = -1;
}

// Before a new attempt: what an earlier one gave does not count for it.
void ScenarioRun::forgetToken()
{
    m_token.clear();
}

// Where keys may go: never to anything else that happens to have the focus, like a tester's note.
QWidget *ScenarioRun::keyTarget() const
{
    QWidget *const focus = QApplication::focusWidget();
    return m_stage->holds(focus) ? focus : nullptr;
}

// Before keys: the keyboard may have gone elsewhere, because a tester has clicked something.
void ScenarioRun::planKeyboard()
{
    act([this] {
        if (keyTarget())
            return;
        note(Source::Harness, {}, QStringLiteral("The keyboard was elsewhere; it is brought back"));
        m_stage->takeKeyboard();
    });
    wait([this] { return keyTarget() != nullptr; }, tr("The captcha does not get the keyboard"));
}

void ScenarioRun::press(Qt::Key key)
{
    Person::pressIn([this] { return keyTarget(); }, key);
}

void ScenarioRun::planPress(bool byKeyboard)
{
    wait([this] { return m_stage->captcha()->state() == State::Ready; },
         tr("The captcha did not become ready"), 25000 + m_moreToLoad);
    if (m_scenario.settings.options.mode() == SmartCaptchaOptions::Mode::Invisible) {
        act([this] { m_stage->captcha()->execute(); });
        return;
    }
    // The engine drops what a person does to a page of which it has not drawn anything yet, which is not to
    // be seen from outside; so a press without an effect is repeated, as a person would. The button takes no
    // notice of a second one while it checks.
    const auto checks = [this] { return m_stage->emulator()->requests(QStringLiteral("/api/check")).size(); };
    const auto noticed = [this, checks] {
        return m_stage->captcha()->state() != State::Ready || !m_stage->emulator()
            || checks() > m_checksBefore;
    };
    wait(
        [this] {
            return !m_stage->emulator()
                || !m_stage->emulator()->requests(QStringLiteral("/api/open")).isEmpty()
                || m_clock.elapsed() - m_beatBegan > 4000;
        },
        {}, 5000);
    act([this, checks] {
        m_presses = 0;
        m_checksBefore = m_stage->emulator() ? checks() : 0;
    });
    const auto pressButton = [this, byKeyboard] {
        forgetToken();
        ++m_presses;
        note(Source::Person, {},
             byKeyboard ? QStringLiteral("Presses the space bar") : QStringLiteral("Clicks the button"));
        if (byKeyboard) {
            // To the first thing in the page that takes the focus; again, when the first time was too early.
            if (m_stage->fieldBefore()->hasFocus()) {
                press(Qt::Key_Tab);
            } else {
                m_stage->window()->activateWindow();
                m_stage->captcha()->setFocus(Qt::TabFocusReason);
            }
            QTimer::singleShot(100, this, [this] { press(Qt::Key_Space); });
        } else {
            Person::click(m_stage->captcha(), checkbox);
        }
    };
    pause(150);
    act(pressButton);
    wait(
        [this, noticed, pressButton] {
            if (noticed())
                return true;
            if (m_clock.elapsed() - m_beatBegan > patience * m_presses && m_presses < 20)
                pressButton();
            return false;
        },
        tr("Pressing the button had no effect"), 18000);
}

void ScenarioRun::planSolve(bool wrongFirst)
{
    wait([this] { return m_stage->captcha()->state() == State::Challenge && !m_challengeAnswer.isEmpty(); },
         tr("No challenge was shown"));
    // The challenge takes the keyboard focus when it is drawn.
    pause(500);
    const auto type = [this](const QString &answer) {
        note(Source::Person, {}, QStringLiteral("Types an answer and presses Enter"));
        Person::typeIn([this] { return keyTarget(); }, answer);
        press(Qt::Key_Return);
    };
    if (wrongFirst) {
        planKeyboard();
        act([this, type] {
            m_challengeAnswer.clear();
            type(QStringLiteral("1"));
        });
        wait([this] { return !m_challengeAnswer.isEmpty(); },
             tr("A wrong answer did not lead to a new task"));
        pause(400);
    }
    planKeyboard();
    act([this, type] {
        const QString answer = std::exchange(m_challengeAnswer, {});
        type(answer);
    });
}

void ScenarioRun::ask(const QString &token)
{
    ++m_asked;
    m_stage->verifier()->verify(token);
}

void ScenarioRun::planStep(const Step &step)
{
    SmartCaptchaWidget *const captcha = m_stage->captcha();
    const auto inState = [captcha](State state) {
        return [captcha, state] { return captcha->state() == state; };
    };
    switch (step.kind) {
    case StepKind::AwaitReady:
        wait(inState(State::Ready), tr("The captcha did not become ready"), 25000 + m_moreToLoad);
        break;
    case StepKind::Press:
        planPress(false);
        break;
    case StepKind::PressByKeyboard:
        planPress(true);
        break;
    case StepKind::Execute:
        act([this, captcha] {
            forgetToken();
            captcha->execute();
        });
        break;
    case StepKind::Solve:
        planSolve(false);
        break;
    case StepKind::SolveAtSecondTry:
        planSolve(true);
        break;
    case StepKind::AwaitChallenge:
        wait(inState(State::Challenge), tr("No challenge was shown"));
        pause(400);
        break;
    case StepKind::CloseChallenge:
        // The cross stands at the right end of the card's heading, before the text field in the tab order.
        planKeyboard();
        act([this] { press(Qt::Key_Backtab); });
        pause(100);
        act([this] {
            note(Source::Person, {}, QStringLiteral("Closes the challenge with its cross"));
            press(Qt::Key_Space);
        });
        break;
    case StepKind::Escape:
        planKeyboard();
        act([this] {
            note(Source::Person, {}, QStringLiteral("Presses Esc"));
            press(Qt::Key_Escape);
        });
        break;
    case StepKind::Cancel:
        act([captcha] { captcha->cancel(); });
        break;
    case StepKind::CloseWindow:
        act([this] {
            // A window around the stage is not the scenario's.
            QWidget *window = m_stage->popup();
            if (!window && m_stage->isWindow())
                window = m_stage;
            note(Source::Person, {},
                 window ? QStringLiteral("Closes the window")
                        : QStringLiteral("There is no window to close"));
            if (window)
                window->close();
        });
        break;
    case StepKind::AwaitToken:
        wait([this] { return !m_token.isEmpty(); }, tr("There was no token"));
        break;
    case StepKind::AwaitVerdict:
        wait([this] { return m_verdicts > 0 && m_verdicts >= m_asked; }, tr("There was no verdict"),
             m_stage->verifier()->timeout() + 15000);
        break;
    case StepKind::AwaitExpiry:
        wait([this] { return happened(QStringLiteral("tokenExpired")); }, tr("The token did not expire"));
        break;
    case StepKind::AwaitFailure:
        wait(inState(State::Failed), tr("There was no error"), 30000 + m_moreToLoad);
        break;
    case StepKind::UseAgain:
        wait([this] { return !m_token.isEmpty(); }, tr("There was no token"));
        act([this] { ask(m_token); });
        break;
    case StepKind::UseDamaged:
        wait([this] { return !m_token.isEmpty(); }, tr("There was no token"));
        act([this] { ask(damaged(m_token)); });
        break;
    case StepKind::UseMadeUp:
        act([this] { ask(QStringLiteral("a-token-that-nobody-has-issued")); });
        break;
    case StepKind::PassTime:
        act([this, time = step.milliseconds] {
            if (m_stage->emulator())
                m_stage->emulator()->advanceClock(std::chrono::milliseconds(time));
        });
        break;
    case StepKind::SetEmulator:
        act([this, name = step.text] {
            if (m_stage->emulator())
                m_stage->emulator()->setScenario(name);
        });
        break;
    case StepKind::StopService:
    case StepKind::StartService:
        act([this, reachable = step.kind == StepKind::StartService] {
            note(Source::Harness, {},
                 reachable ? QStringLiteral("The service can be reached again")
                           : QStringLiteral("The service is gone"));
            m_stage->setServiceReachable(reachable);
        });
        break;
    case StepKind::Retry:
        wait([this] { return m_stage->retryButton() != nullptr; }, tr("There is no button to try again"));
        act([this] {
            note(Source::Person, {}, QStringLiteral("Presses the button to try again"));
            m_result.outcome.clear();
            m_result.error.clear();
            if (m_stage->emulator())
                m_stage->emulator()->clearRequests();
            QPushButton *const button = m_stage->retryButton();
            Person::click(button, button->rect().center());
        });
        wait([captcha] { return captcha->state() != State::Failed; },
             tr("The button to try again had no effect"));
        break;
    case StepKind::Reset:
        act([this, captcha] {
            forgetToken();
            m_result.outcome.clear();
            captcha->reset();
        });
        break;
    case StepKind::Load:
        act([this, captcha] {
            forgetToken();
            captcha->load();
        });
        break;
    case StepKind::SetLanguage:
        act([this, language = step.text] { m_stage->setLanguage(QLocale(language)); });
        wait([captcha] { return captcha->state() == State::Loading; },
             tr("The captcha did not load in the new language"));
        act([this] {
            if (m_stage->emulator())
                m_stage->emulator()->clearRequests();
        });
        break;
    case StepKind::SetColors:
        act([this, colors = Vocabulary::words<Colors>().value(step.text)] { m_stage->setColors(colors); });
        pause(300);
        break;
    case StepKind::Resize:
        act([this, size = step.size] { m_stage->setSize(size); });
        pause(400);
        break;
    }
}

void ScenarioRun::tick()
{
    if (!m_complete && m_clock.elapsed() > m_within) {
        const QString open = mismatch();
        finish(Status::Failed,
               tr("It was not over after %n second(s). %1", nullptr, m_within / 1000)
                   .arg(open.isEmpty() ? howItStands() : open));
        return;
    }
    while (!m_beats.isEmpty()) {
        const Beat &next = m_beats.constFirst();
        if (next.step != m_step) {
            m_step = next.step;
            Q_EMIT stepChanged(m_step);
        }
        if (m_beatBegan < 0)
            m_beatBegan = m_clock.elapsed();
        if (next.until && !next.until()) {
            // What has failed for good will not become what is waited for.
            const bool broken = m_stage->captcha()->state() == State::Failed && !next.otherwise.isEmpty()
                && m_clock.elapsed() - m_beatBegan > certainAfter;
            if (broken || m_clock.elapsed() - m_beatBegan > next.deadline) {
                if (next.otherwise.isEmpty()) {
                    m_beats.removeFirst();
                    m_beatBegan = -1;
                    continue;
                }
                finish(Status::Failed, next.otherwise + QLatin1String(". ") + howItStands());
            }
            return;
        }
        const Beat now = m_beats.takeFirst();
        m_beatBegan = -1;
        if (now.then)
            now.then();
        if (!m_running)
            return;
    }
    if (m_step != -1) {
        m_step = -1;
        Q_EMIT stepChanged(-1);
    }
    conclude();
}

QString ScenarioRun::howItStands() const
{
    if (m_result.outcome == QLatin1String("failed"))
        return tr("The captcha failed with %1.").arg(m_result.error);
    if (m_result.outcome.isEmpty())
        return tr("Nothing had come of it.");
    QString text = tr("What came of it was: %1.").arg(m_result.outcome);
    if (!m_result.verdict.isEmpty())
        text += QLatin1Char(' ')
            + tr("The verdict was %1, %2, cause %3.")
                  .arg(m_result.verdict, *m_result.accepted ? tr("accepted") : tr("not accepted"),
                       m_result.cause);
    return text;
}

// What is not, or not yet, as it should be. Empty when all is.
QString ScenarioRun::mismatch() const
{
    const Expectation &expected = m_scenario.expectation;
    for (const QString &event : expected.never) {
        if (happened(event))
            return tr("The event %1 must not happen, and did.").arg(event);
    }
    if (!expected.outcome.isEmpty() && m_result.outcome != expected.outcome)
        return tr("Expected was the outcome %1. %2").arg(expected.outcome, howItStands());
    if (!expected.error.isEmpty() && m_result.error != expected.error)
        return tr("Expected was the error %1. %2").arg(expected.error, howItStands());
    const bool judged = !expected.verdict.isEmpty() || expected.accepted || !expected.cause.isEmpty();
    if (judged && m_verdicts < qMax(1, m_asked))
        return tr("A verdict was expected, and there was none.");
    if (!expected.verdict.isEmpty() && m_result.verdict != expected.verdict)
        return tr("Expected was the verdict %1. %2").arg(expected.verdict, howItStands());
    if (expected.accepted && m_result.accepted != expected.accepted)
        return (*expected.accepted ? tr("It should have been accepted. %1")
                                   : tr("It should not have been accepted. %1"))
            .arg(howItStands());
    if (!expected.cause.isEmpty() && m_result.cause != expected.cause)
        return tr("Expected was the cause %1. %2").arg(expected.cause, howItStands());
    qsizetype next = 0;
    for (const TimelineEvent &event : m_result.events) {
        if (next < expected.events.size() && event.name == expected.events.at(next))
            ++next;
    }
    if (next < expected.events.size()) {
        QStringList seen;
        for (const TimelineEvent &event : m_result.events) {
            if (!event.name.isEmpty())
                seen << event.name;
        }
        return tr("The event %1 did not come in its turn; there were: %2.")
            .arg(expected.events.at(next), seen.join(QLatin1String(", ")));
    }
    return {};
}

void ScenarioRun::conclude()
{
    const QString wrong = mismatch();
    if (wrong.isEmpty() && m_judged) {
        // All of it has come; whether it was as it should be is for the person to say, who has time now.
        m_complete = true;
        return;
    }
    if (wrong.isEmpty()) {
        // What must never happen gets a while to happen in.
        if (m_rightSince < 0)
            m_rightSince = m_clock.elapsed();
        if (m_scenario.expectation.never.isEmpty() || m_clock.elapsed() - m_rightSince > settlingTime)
            finish(Status::Passed, {});
        return;
    }
    m_rightSince = -1;
    const State state = m_stage->captcha()->state();
    const bool moving = state == State::Loading || state == State::Checking || state == State::Challenge;
    const bool answering = m_verdicts < m_asked;
    if (moving || answering || m_performer == Performer::Person) {
        m_mismatchSince = -1;
        // A person may not have begun. What must never happen is final all the same.
        for (const QString &event : m_scenario.expectation.never) {
            if (happened(event))
                finish(Status::Failed, wrong);
        }
        return;
    }
    if (m_mismatchSince < 0)
        m_mismatchSince = m_clock.elapsed();
    else if (m_clock.elapsed() - m_mismatchSince > certainAfter)
        finish(Status::Failed, wrong);
}

void ScenarioRun::stop()
{
    QMetaObject::invokeMethod(
        this, [this] { finish(Status::Stopped, tr("It was stopped.")); }, Qt::QueuedConnection);
}

void ScenarioRun::judge(bool passed, const QString &note)
{
    m_result.note = note;
    // What was seen to go wrong counts as well.
    QString problem = mismatch();
    if (!passed)
        problem = note.trimmed().isEmpty() ? tr("The tester says that it went wrong.") : note;
    finish(problem.isEmpty() ? Status::Passed : Status::Failed, problem);
}

void ScenarioRun::finish(Status status, const QString &problem)
{
    if (!m_running)
        return;
    m_running = false;
    m_tick.stop();
    m_stage->captcha()->disconnect(this);
    m_stage->verifier()->disconnect(this);
    if (m_stage->emulator())
        m_stage->emulator()->disconnect(this);
    m_result.status = status;
    m_result.problem = problem;
    m_result.milliseconds = m_clock.elapsed();
    m_stage->restore();
    Q_EMIT finished(m_result);
}

} // namespace Qa
