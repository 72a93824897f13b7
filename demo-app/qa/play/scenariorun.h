// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/judge.h"
#include "judge/scenarioresult.h"
#include "observation.h"
#include "performance.h"
#include "scenario/scenario.h"
#include "script.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <optional>

namespace Qa {

class Stage;

/**
 * Runs one scenario on a stage, from its settings to its result, without a nested event loop, so that windows
 * stay responsive.
 *
 * The steps are carried out by the harness or by a person; in both cases events are recorded and compared
 * with the expectation.
 */
class ScenarioRun : public QObject {
    Q_OBJECT

public:
    /// @p stage is not owned and must outlive the run.
    ScenarioRun(const Scenario &scenario, Stage *stage, Performer performer, QObject *parent = nullptr);
    ~ScenarioRun() override;

    /// Makes the run pass only through judge(), because a person has to look at something.
    void setJudged(bool judged) { m_judged = judged; }

    void start();

    /// Ends the run as Stopped; finished() is emitted from the event loop.
    void stop();

    /// The person says whether it passed. The run fails anyway if a problem was observed or something
    /// expected is missing.
    void judge(bool passed, const QString &note);

    [[nodiscard]] const ScenarioResult &result() const { return m_seen.result(); }

Q_SIGNALS:
    void eventHappened(const Qa::TimelineEvent &event);
    /// The current step's index in the scenario file; -1 after the last.
    void stepChanged(int step);
    void finished(const Qa::ScenarioResult &result);

private:
    void tick();
    void conclude();
    void finish(Status status, const QString &problem);
    [[nodiscard]] QString mismatch() const;
    [[nodiscard]] bool isMoving() const;

    const Scenario m_scenario;
    Stage *const m_stage;
    const Performer m_performer;
    const Judge m_judge;
    Observation m_seen;
    Script m_script;
    std::optional<Performance> m_performance;
    QTimer m_tick;
    qint64 m_mismatchSince = -1;
    qint64 m_rightSince = -1;
    int m_within = 0; ///< Milliseconds for all of it.
    bool m_judged = false;
    bool m_complete = false;
    bool m_running = false;
};

} // namespace Qa
