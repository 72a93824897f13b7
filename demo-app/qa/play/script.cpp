// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "script.h"

#include <utility>

namespace Qa {

void Script::act(std::function<void()> what)
{
    m_beats << Beat{{}, 0, {}, std::move(what), m_addedStep};
}

void Script::wait(std::function<bool()> until, const QString &otherwise, int deadline)
{
    m_beats << Beat{std::move(until), deadline, otherwise, {}, m_addedStep};
}

void Script::pause(int milliseconds)
{
    wait([this, milliseconds] { return waited() >= milliseconds; }, {}, milliseconds + 60000);
}

void Script::clear()
{
    m_beats.clear();
}

Script::Progress Script::advance(const std::function<bool(qint64)> &isHopeless,
                                 const std::function<void(int)> &stepBegins)
{
    while (!m_beats.isEmpty()) {
        const Beat &next = m_beats.constFirst();
        if (next.step != m_step) {
            m_step = next.step;
            stepBegins(m_step);
        }
        if (m_beatBegan < 0)
            m_beatBegan = m_clock.elapsed();
        if (next.until && !next.until()) {
            const bool needed = !next.otherwise.isEmpty();
            const bool late = waited() > next.deadline;
            if (needed && (late || isHopeless(waited()))) {
                m_problem = next.otherwise;
                return Progress::Failed;
            }
            if (!late)
                return Progress::Waiting;
        }
        const Beat now = m_beats.takeFirst();
        m_beatBegan = -1;
        if (now.then)
            now.then();
    }
    if (m_step != -1) {
        m_step = -1;
        stepBegins(-1);
    }
    return Progress::Done;
}

} // namespace Qa
