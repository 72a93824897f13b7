// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>

class SmartCaptchaResult;

namespace Qa {

class Stage;

/// Records what happens during a scenario and turns it into the scenario's result.
class Observation : public QObject {
    Q_OBJECT

public:
    /// @p stage is not owned and must outlive this object. Nothing is recorded before begin().
    Observation(const QString &id, Stage *stage, QObject *parent = nullptr);

    /// Connects to the captcha, verifier and emulator on the stage.
    void begin();
    /// Disconnects from the stage.
    void end();

    /// Records what no signal reports: actions of the person or the harness.
    void note(Source source, const QString &text) { add(source, {}, text); }

    /// Counts one more verdict to wait for.
    void verdictIsDue() { ++m_verdictsDue; }
    [[nodiscard]] int verdictsDue() const { return m_verdictsDue; }
    [[nodiscard]] int verdicts() const { return m_verdicts; }

    /// The token of the current attempt; empty while there is none.
    [[nodiscard]] const QString &token() const { return m_token; }
    /// Call before a new attempt: an earlier token does not count for it.
    void forgetToken() { m_token.clear(); }
    void forgetOutcome();

    /// The right answer to the open task of the emulator; empty while there is none.
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
