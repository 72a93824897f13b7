// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "judge.h"

#include <algorithm>

namespace Qa {

QString Judge::standingOf(const ScenarioResult &result)
{
    if (result.outcome == QLatin1String("failed"))
        return tr("The captcha failed with %1.").arg(result.error);
    if (result.outcome.isEmpty())
        return tr("There was no outcome.");
    QString text = tr("The outcome was %1.").arg(result.outcome);
    if (!result.verdict.isEmpty())
        text += QLatin1Char(' ')
            + tr("The verdict was %1, %2, cause %3.")
                  .arg(result.verdict, *result.accepted ? tr("accepted") : tr("not accepted"), result.cause);
    return text;
}

QString Judge::forbiddenEvent(const ScenarioResult &result) const
{
    for (const QString &event : m_expected.never) {
        if (result.happened(event))
            return event;
    }
    return {};
}

QString Judge::missingEvent(const ScenarioResult &result) const
{
    qsizetype next = 0;
    for (const TimelineEvent &event : result.events) {
        if (next < m_expected.events.size() && event.name == m_expected.events.at(next))
            ++next;
    }
    return m_expected.events.value(next);
}

bool Judge::isLost(const ScenarioResult &result) const
{
    return !forbiddenEvent(result).isEmpty();
}

QString Judge::problemWith(const ScenarioResult &result, int verdictsDue, int verdicts) const
{
    const auto expected = [&](const QString &text, const QString &what) {
        return text.arg(what, standingOf(result));
    };
    if (const QString event = forbiddenEvent(result); !event.isEmpty())
        return tr("The event %1 must not happen, but it did.").arg(event);
    if (!m_expected.outcome.isEmpty() && result.outcome != m_expected.outcome)
        return expected(tr("Expected outcome: %1. %2"), m_expected.outcome);
    if (!m_expected.error.isEmpty() && result.error != m_expected.error)
        return expected(tr("Expected error: %1. %2"), m_expected.error);
    const bool judged = !m_expected.verdict.isEmpty() || m_expected.accepted || !m_expected.cause.isEmpty();
    if (judged && verdicts < qMax(1, verdictsDue))
        return tr("Expected a verdict, but there was none.");
    if (!m_expected.verdict.isEmpty() && result.verdict != m_expected.verdict)
        return expected(tr("Expected verdict: %1. %2"), m_expected.verdict);
    if (m_expected.accepted && result.accepted != m_expected.accepted)
        return (*m_expected.accepted ? tr("The token should have been accepted. %1")
                                     : tr("The token should not have been accepted. %1"))
            .arg(standingOf(result));
    if (!m_expected.cause.isEmpty() && result.cause != m_expected.cause)
        return expected(tr("Expected cause: %1. %2"), m_expected.cause);
    if (const QString event = missingEvent(result); !event.isEmpty()) {
        QStringList seen;
        for (const TimelineEvent &happening : result.events) {
            if (!happening.name.isEmpty())
                seen << happening.name;
        }
        return tr("The event %1 is missing or out of order; events: %2.")
            .arg(event, seen.join(QLatin1String(", ")));
    }
    return {};
}

} // namespace Qa
