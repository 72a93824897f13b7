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

/// Plays several scenarios one after the other on the same stage.
class Batch : public QObject {
    Q_OBJECT

public:
    /// @p stage is not owned and must outlive the batch.
    Batch(const QList<Scenario> &scenarios, Stage *stage, Performer performer, QObject *parent = nullptr);
    ~Batch() override;

    /// Saves a picture of the stage at the end of each scenario to this folder; no pictures if it is not set.
    void setPictureFolder(const QString &folder);

    void start();
    /// Stops the running scenario; it and all remaining ones get the status Stopped.
    void stop();

    /// The person's verdict on the running scenario; see ScenarioRun::judge().
    void judge(bool passed, const QString &note);

    [[nodiscard]] const QList<ScenarioResult> &results() const { return m_results; }

    /// The result of a scenario that was not run because the run was stopped.
    [[nodiscard]] static ScenarioResult untried(const Scenario &scenario);

Q_SIGNALS:
    void scenarioStarted(const QString &id, int number, int of);
    void eventHappened(const Qa::TimelineEvent &event);
    /// The current step's index in the scenario file; -1 after the last.
    void stepChanged(int step);
    /// Emitted as soon as the scenario is over.
    void scenarioFinished(const Qa::ScenarioResult &result);
    /// Emitted with the same result once its picture is saved; not emitted without a picture.
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
