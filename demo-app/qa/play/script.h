// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

#include <functional>

namespace Qa {

/// A list of actions with conditions to wait for in between. The owner calls advance() at short intervals.
class Script {
public:
    /// The state after advance().
    enum class Progress {
        Waiting, ///< A condition is not met yet.
        Failed, ///< A condition was not met in time; problem() says which.
        Done, ///< All actions are done.
    };

    Script() { m_clock.start(); }

    /// Everything added from now on belongs to this step of the scenario; -1 for none.
    void setStep(int step) { m_addedStep = step; }

    void act(std::function<void()> what);
    /// Waits for @p until. After @p deadline milliseconds the script fails with the problem @p otherwise, or
    /// continues if that is empty.
    void wait(std::function<bool()> until, const QString &otherwise, int deadline = 15000);
    void pause(int milliseconds);

    /// Carries out all actions that are possible by now. @p isHopeless is given how long the script has
    /// waited, and returns true if the condition can no longer come true; @p stepBegins is called for each
    /// step.
    [[nodiscard]] Progress advance(const std::function<bool(qint64)> &isHopeless,
                                   const std::function<void(int)> &stepBegins);

    /// Drops all remaining actions.
    void clear();

    /// How long the script has been waiting for the current condition, in milliseconds.
    [[nodiscard]] qint64 waited() const { return m_beatBegan < 0 ? 0 : m_clock.elapsed() - m_beatBegan; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    // A condition to wait for, and the action that follows.
    struct Beat {
        std::function<bool()> until;
        int deadline = 0;
        QString otherwise;
        std::function<void()> then;
        int step = -1;
    };

    QElapsedTimer m_clock;
    QList<Beat> m_beats;
    qint64 m_beatBegan = -1;
    int m_step = -1;
    int m_addedStep = -1;
    QString m_problem;
};

} // namespace Qa
