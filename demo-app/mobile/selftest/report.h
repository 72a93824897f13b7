// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace SelfTest {

/// The result of a step in one language.
struct StepReport {
    QString id;
    QString language;
    QString outcome;
    QString expectedOutcome;
    QString verdict;
    QString expectedVerdict;
    QString problem; ///< What went wrong; empty when nothing did.
    QString screenshot; ///< The file name.
    qint64 milliseconds = 0;

    [[nodiscard]] bool passed() const
    {
        return problem.isEmpty() && outcome == expectedOutcome && verdict == expectedVerdict;
    }
};

/// The result of the whole run.
struct Report {
    QString engine;
    QString service;
    QList<StepReport> steps;

    [[nodiscard]] bool passed() const;

    /// Writes `summary.json` to @p folder. False, with the reason in @p problem, if that fails.
    bool write(const QString &folder, QString *problem) const;
};

/// Prints the table's header.
void printHeading();
/// Prints the row of a step.
void printStep(const StepReport &step);
/// Prints the totals.
void printTotal(const Report &report);

} // namespace SelfTest
