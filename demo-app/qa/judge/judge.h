// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/scenario.h"
#include "scenarioresult.h"

#include <QtCore/qcoreapplication.h>

namespace Qa {

/// Compares the result of a scenario with its expectation. Depends on neither a captcha nor a clock.
class Judge {
    Q_DECLARE_TR_FUNCTIONS(Qa::Judge)

public:
    explicit Judge(const Expectation &expectation)
        : m_expected(expectation)
    {
    }

    /// What differs from the expectation so far, in words; empty when nothing does. @p verdictsDue is how
    /// many verdicts were requested, and @p verdicts how many have arrived.
    [[nodiscard]] QString problemWith(const ScenarioResult &result, int verdictsDue, int verdicts) const;

    /// Whether a forbidden event has happened, so that waiting longer is pointless.
    [[nodiscard]] bool isLost(const ScenarioResult &result) const;

    /// Whether there are forbidden events. That they did not happen is only certain after a while.
    [[nodiscard]] bool needsTime() const { return !m_expected.never.isEmpty(); }

    /// The result so far, in words.
    [[nodiscard]] static QString standingOf(const ScenarioResult &result);

private:
    [[nodiscard]] QString forbiddenEvent(const ScenarioResult &result) const;
    [[nodiscard]] QString missingEvent(const ScenarioResult &result) const;

    const Expectation m_expected;
};

} // namespace Qa
