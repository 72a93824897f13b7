// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/scenario.h"
#include "scenarioresult.h"

#include <QtCore/qcoreapplication.h>

namespace Qa {

/// Compares what has come of a scenario with what it expects. Knows no captcha and no clock.
class Judge {
    Q_DECLARE_TR_FUNCTIONS(Qa::Judge)

public:
    explicit Judge(const Expectation &expectation)
        : m_expected(expectation)
    {
    }

    /// What is not, or not yet, as it should be, in words; empty when all is. @p verdictsDue is how many
    /// verdicts have been asked for, and @p verdicts how many have come.
    [[nodiscard]] QString problemWith(const ScenarioResult &result, int verdictsDue, int verdicts) const;

    /// Whether something has happened that must never happen: waiting does not help any more.
    [[nodiscard]] bool isLost(const ScenarioResult &result) const;

    /// Whether there is anything that must never happen, which can only be told after a while.
    [[nodiscard]] bool needsTime() const { return !m_expected.never.isEmpty(); }

    /// What has come of it so far, in words.
    [[nodiscard]] static QString standingOf(const ScenarioResult &result);

private:
    [[nodiscard]] QString forbiddenEvent(const ScenarioResult &result) const;
    [[nodiscard]] QString missingEvent(const ScenarioResult &result) const;

    const Expectation m_expected;
};

} // namespace Qa
