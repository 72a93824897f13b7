// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

#include <functional>

namespace Qa {

/// What is to be done, one thing after the other, and what has to be waited for in between. Whoever has it
/// calls advance() again and again.
class Script {
public:
    /// Where advance() has come to.
    enum class Progress {
        Waiting, ///< Something has not come yet.
        Failed, ///< Something has not come in time; problem() says what.
        Done, ///< Nothing is left.
    };

    Script() { m_clock.start(); }

    /// Whatever is added from now on belongs to this step of the scenario; -1 for none.
    void setStep(int step) { m_addedStep = step; }

    void act(std::function<void()> what);
    /// Goes on after @p deadline milliseconds with the problem @p otherwise, or without one when that is
    /// empty.
    void wait(std::function<bool()> until, const QString &otherwise, int deadline = 15000);
    void pause(int milliseconds);

    /// Does what can be done by now. @p isHopeless tells that nothing will come any more of what has been
    /// waited for for so many milliseconds; @p stepBegins hears of each step.
    [[nodiscard]] Progress advance(const std::function<bool(qint64)> &isHopeless,
                                   const std::function<void(int)> &stepBegins);

    /// Gives up all that is left.
    void clear();

    /// How long what is waited for has been waited for, in milliseconds.
    [[nodiscard]] qint64 waited() const { return m_beatBegan < 0 ? 0 : m_clock.elapsed() - m_beatBegan; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    // A condition to wait for and what to do then.
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
