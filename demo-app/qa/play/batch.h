// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"
#include "scenario/scenario.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

namespace Qa {

class ScenarioRun;
class Stage;

/// Several scenarios, one after the other, on one stage.
class Batch : public QObject {
    Q_OBJECT

public:
    /// @p stage is not owned and has to outlive the batch.
    Batch(const QList<Scenario> &scenarios, Stage *stage, Performer performer, QObject *parent = nullptr);
    ~Batch() override;

    /// A picture of the stage at the end of each scenario goes to this folder; none without one.
    void setPictureFolder(const QString &folder);

    void start();
    /// Ends the scenario that is under way; it and those that were not tried are Stopped.
    void stop();
    [[nodiscard]] bool isStopped() const { return m_stopped; }

    /// The person's word on the scenario that is under way; see ScenarioRun::judge().
    void judge(bool passed, const QString &note);

    [[nodiscard]] const QList<ScenarioResult> &results() const { return m_results; }

Q_SIGNALS:
    void scenarioStarted(const QString &id, int number, int of);
    void eventHappened(const Qa::TimelineEvent &event);
    /// The step that is being done, as the file has it; -1 after the last.
    void stepChanged(int step);
    /// As soon as it is over.
    void scenarioFinished(const Qa::ScenarioResult &result);
    /// The same result again, with its picture; nothing when there is none.
    void scenarioPictured(const Qa::ScenarioResult &result);
    void finished();

private:
    void next();
    void take(const ScenarioResult &result);
    [[nodiscard]] QString reasonToSkip(const Scenario &scenario) const;

    const QList<Scenario> m_scenarios;
    Stage *const m_stage;
    const Performer m_performer;
    QString m_pictureFolder;
    QList<ScenarioResult> m_results;
    QPointer<ScenarioRun> m_run;
    bool m_stopped = false;
};

} // namespace Qa
