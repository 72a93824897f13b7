// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>

class SmartCaptchaResult;

namespace Qa {

class Stage;

/// What is seen and heard of a scenario while it plays: it becomes the scenario's result.
class Observation : public QObject {
    Q_OBJECT

public:
    /// @p stage is not owned and has to outlive it. Nothing is seen before begin().
    Observation(const QString &id, Stage *stage, QObject *parent = nullptr);

    /// Listens to what is on the stage now.
    void begin();
    /// Hears nothing any more.
    void end();

    /// Writes down what is not heard of: what the person or the harness does.
    void note(Source source, const QString &text) { add(source, {}, text); }

    /// A verdict is due.
    void verdictIsDue() { ++m_verdictsDue; }
    [[nodiscard]] int verdictsDue() const { return m_verdictsDue; }
    [[nodiscard]] int verdicts() const { return m_verdicts; }

    /// The token of the attempt under way; empty while there is none.
    [[nodiscard]] const QString &token() const { return m_token; }
    /// Before a new attempt: what an earlier one gave does not count for it.
    void forgetToken() { m_token.clear(); }
    void forgetOutcome();

    /// The right answer to the task of the emulator that is open; empty while there is none.
    [[nodiscard]] const QString &answer() const { return m_answer; }
    [[nodiscard]] QString takeAnswer() { return std::exchange(m_answer, {}); }

    /// Milliseconds since begin().
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }

    [[nodiscard]] const ScenarioResult &result() const { return m_result; }
    [[nodiscard]] ScenarioResult &result() { return m_result; }

Q_SIGNALS:
    void eventHappened(const Qa::TimelineEvent &event);

private:
    void listenToCaptcha();
    void listenToEmulator();
    void verdictArrives(const SmartCaptchaResult &result);
    void ends(const QString &outcome, const QString &event, const QString &text);
    void add(Source source, const QString &name, const QString &text);

    Stage *const m_stage;
    QElapsedTimer m_clock;
    ScenarioResult m_result;
    QString m_token;
    QString m_answer;
    int m_verdicts = 0;
    int m_verdictsDue = 0;
};

} // namespace Qa
