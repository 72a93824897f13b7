// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariorun.h"

#include "stage.h"

namespace Qa {

using State = SmartCaptcha::State;

namespace {

// The interval of the checks, in milliseconds.
constexpr int beat = 20;

// Milliseconds for which the result must stay right, where there are forbidden events.
constexpr qint64 settlingTime = 700;

// Milliseconds for which an unexpected state must last before it counts.
constexpr qint64 certainAfter = 1500;

} // namespace

ScenarioRun::ScenarioRun(const Scenario &scenario, Stage *stage, Performer performer, QObject *parent)
    : QObject(parent)
    , m_scenario(scenario)
    , m_stage(stage)
    , m_performer(performer)
    , m_judge(scenario.expectation)
    , m_seen(scenario.id, stage)
{
    m_tick.setInterval(beat);
    connect(&m_tick, &QTimer::timeout, this, &ScenarioRun::tick);
    connect(&m_seen, &Observation::eventHappened, this, &ScenarioRun::eventHappened);
}

ScenarioRun::~ScenarioRun()
{
    if (m_running)
        m_stage->restore();
}

void ScenarioRun::start()
{
    m_running = true;
    m_stage->prepare(m_scenario);
    // More time for loading and verifying also means more time for the whole scenario.
    const int moreToLoad =
        m_stage->captcha()->options().loadTimeout() - m_scenario.settings.options.loadTimeout();
    m_within = m_scenario.expectation.within + moreToLoad + m_stage->verifier()->timeout()
        - m_scenario.settings.verifyTimeout;
    m_seen.begin();
    m_performance.emplace(m_scenario, m_stage, &m_seen, &m_script, moreToLoad);
    m_performance->addBeginning();
    if (m_performer != Performer::Person)
        m_performance->addSteps();
    m_tick.start();
}

void ScenarioRun::tick()
{
    if (!m_complete && m_seen.elapsed() > m_within) {
        const QString open = mismatch();
        finish(Status::Failed,
               tr("The scenario did not finish within %n second(s). %1", nullptr, m_within / 1000)
                   .arg(open.isEmpty() ? Judge::standingOf(m_seen.result()) : open));
        return;
    }
    // A captcha in the Failed state will not get to what the script waits for.
    const auto isHopeless = [this](qint64 waited) {
        return waited > certainAfter && m_stage->captcha()->state() == State::Failed;
    };
    switch (m_script.advance(isHopeless, [this](int step) { Q_EMIT stepChanged(step); })) {
    case Script::Progress::Waiting:
        break;
    case Script::Progress::Failed:
        finish(Status::Failed, m_script.problem() + QLatin1String(". ") + Judge::standingOf(m_seen.result()));
        break;
    case Script::Progress::Done:
        conclude();
        break;
    }
}

QString ScenarioRun::mismatch() const
{
    return m_judge.problemWith(m_seen.result(), m_seen.verdictsDue(), m_seen.verdicts());
}

// Whether something is still going on that may change the result.
bool ScenarioRun::isMoving() const
{
    const State state = m_stage->captcha()->state();
    return state == State::Loading || state == State::Checking || state == State::Challenge
        || m_seen.verdicts() < m_seen.verdictsDue();
}

void ScenarioRun::conclude()
{
    const QString wrong = mismatch();
    const qint64 now = m_seen.elapsed();
    if (wrong.isEmpty() && m_judged) {
        // Everything expected has arrived; the person now takes as long as needed to judge it.
        m_complete = true;
    } else if (wrong.isEmpty()) {
        if (m_rightSince < 0)
            m_rightSince = now;
        if (!m_judge.needsTime() || now - m_rightSince > settlingTime)
            finish(Status::Passed, {});
    } else if (isMoving() || m_performer == Performer::Person) {
        // A person may not have started yet. A forbidden event is final even so.
        m_rightSince = -1;
        m_mismatchSince = -1;
        if (m_judge.isLost(m_seen.result()))
            finish(Status::Failed, wrong);
    } else {
        m_rightSince = -1;
        if (m_mismatchSince < 0)
            m_mismatchSince = now;
        else if (now - m_mismatchSince > certainAfter)
            finish(Status::Failed, wrong);
    }
}

void ScenarioRun::stop()
{
    QMetaObject::invokeMethod(
        this, [this] { finish(Status::Stopped, tr("The run was stopped.")); }, Qt::QueuedConnection);
}

void ScenarioRun::judge(bool passed, const QString &note)
{
    m_seen.result().note = note;
    // An observed problem counts, even if the person says that it passed.
    QString problem = mismatch();
    if (!passed)
        problem = note.trimmed().isEmpty() ? tr("The tester marked it as failed.") : note;
    finish(problem.isEmpty() ? Status::Passed : Status::Failed, problem);
}

void ScenarioRun::finish(Status status, const QString &problem)
{
    if (!m_running)
        return;
    m_running = false;
    m_tick.stop();
    m_script.clear();
    m_seen.end();
    ScenarioResult &result = m_seen.result();
    result.status = status;
    result.problem = problem;
    m_stage->restore();
    Q_EMIT finished(result);
}

} // namespace Qa
