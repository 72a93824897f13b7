// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "run/scenarioresult.h"
#include "scenario/scenario.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <functional>

class SmartCaptchaResult;

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

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

    [[nodiscard]] const ScenarioResult &result() const { return m_result; }

Q_SIGNALS:
    void eventHappened(const Qa::TimelineEvent &event);
    /// The step that is being done, as the file has it; -1 after the last.
    void stepChanged(int step);
    void finished(const Qa::ScenarioResult &result);

private:
    // A condition to wait for and what to do then.
    struct Beat {
        std::function<bool()> until;
        int deadline = 15000; // milliseconds
        QString otherwise; // what is wrong when the condition does not come true
        std::function<void()> then;
        int step = -1;
    };

    void listen();
    void note(Source source, const QString &name, const QString &text);
    void plan();
    void planStep(const Step &step);
    void wait(std::function<bool()> until, const QString &otherwise, int deadline = 15000);
    void act(std::function<void()> what);
    void pause(int milliseconds);
    void planPress(bool byKeyboard);
    void planKeyboard();
    [[nodiscard]] QWidget *keyTarget() const;
    void press(Qt::Key key);
    void planSolve(bool wrongFirst);
    void tick();
    void conclude();
    void finish(Status status, const QString &problem);
    void verdictArrives(const SmartCaptchaResult &result);
    void ask(const QString &token);
    void forgetToken();
    [[nodiscard]] QString mismatch() const;
    [[nodiscard]] bool happened(const QString &event) const;
    [[nodiscard]] int count(const QString &event) const;
    [[nodiscard]] QString howItStands() const;

    const Scenario m_scenario;
    Stage *const m_stage;
    const Performer m_performer;
    ScenarioResult m_result;
    QElapsedTimer m_clock;
    QTimer m_tick;
    QList<Beat> m_beats;
    qint64 m_beatBegan = -1;
    int m_step = -1;
    int m_planned = -1;
    qint64 m_mismatchSince = -1;
    qint64 m_rightSince = -1;
    int m_verdicts = 0;
    int m_asked = 0;
    int m_presses = 0;
    int m_moreToLoad = 0; ///< Milliseconds that the profile adds to the scenario's.
    int m_within = 0; ///< Milliseconds for all of it.
    qsizetype m_checksBefore = 0; ///< Questions to the emulator before the press.
    QString m_token;
    QString m_challengeAnswer;
    bool m_judged = false;
    bool m_complete = false;
    bool m_running = false;
};

} // namespace Qa
