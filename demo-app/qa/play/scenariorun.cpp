// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariorun.h"

#include "stage.h"

namespace Qa {

using State = SmartCaptcha::State;

namespace {

// Between two looks at what has happened, in milliseconds.
constexpr int beat = 20;

// How long all has to stay as it should be, where something must not happen.
constexpr qint64 settlingTime = 700;

// How long something else than what is expected has to last before it counts.
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
    // What the profile gives more time to may take longer as a whole, too.
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
               tr("It was not over after %n second(s). %1", nullptr, m_within / 1000)
                   .arg(open.isEmpty() ? Judge::standingOf(m_seen.result()) : open));
        return;
    }
    // What has failed for good will not become what is waited for.
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

// Whether something is under way that may still change what has come of it.
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
        // All of it has come; whether it was as it should be is for the person to say, who has time now.
        m_complete = true;
    } else if (wrong.isEmpty()) {
        if (m_rightSince < 0)
            m_rightSince = now;
        if (!m_judge.needsTime() || now - m_rightSince > settlingTime)
            finish(Status::Passed, {});
    } else if (isMoving() || m_performer == Performer::Person) {
        // A person may not have begun. What must never happen is final all the same.
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
        this, [this] { finish(Status::Stopped, tr("It was stopped.")); }, Qt::QueuedConnection);
}

void ScenarioRun::judge(bool passed, const QString &note)
{
    m_seen.result().note = note;
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
    m_script.clear();
    m_seen.end();
    ScenarioResult &result = m_seen.result();
    result.status = status;
    result.problem = problem;
    m_stage->restore();
    Q_EMIT finished(result);
}

} // namespace Qa
