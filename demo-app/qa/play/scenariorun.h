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
 * One scenario on a stage, from its settings to its result: without a nested event loop, so that windows stay
 * alive meanwhile.
 *
 * Steps are done by the harness, or where a person performs, by the person; what happens is noted and
 * compared either way.
 */
class ScenarioRun : public QObject {
    Q_OBJECT

public:
    /// @p stage is not owned and has to outlive the run.
    ScenarioRun(const Scenario &scenario, Stage *stage, Performer performer, QObject *parent = nullptr);
    ~ScenarioRun() override;

    /// Makes the run pass by judge() alone, because there is something to look at that only a person sees.
    void setJudged(bool judged) { m_judged = judged; }

    void start();

    /// Ends it as Stopped; finished() comes from the event loop.
    void stop();

    /// The person says that it went wrong, or right. What was seen to go wrong, or has not come, counts as
    /// well.
    void judge(bool passed, const QString &note);

    [[nodiscard]] const ScenarioResult &result() const { return m_seen.result(); }

Q_SIGNALS:
    void eventHappened(const Qa::TimelineEvent &event);
    /// The step that is being done, as the file has it; -1 after the last.
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
