// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace SelfTest {

/// What came of a step in one language.
struct StepReport {
    QString id;
    QString language;
    QString outcome;
    QString expectedOutcome;
    QString verdict;
    QString expectedVerdict;
    QString problem; ///< What went wrong on the way; empty when nothing did.
    QString screenshot; ///< Its file's name.
    qint64 milliseconds = 0;

    [[nodiscard]] bool passed() const
    {
        return problem.isEmpty() && outcome == expectedOutcome && verdict == expectedVerdict;
    }
};

/// What came of the whole run.
struct Report {
    QString engine;
    QString service;
    QList<StepReport> steps;

    [[nodiscard]] bool passed() const;

    /// Writes `summary.json` into @p folder. False, with the reason in @p problem, when that is not possible.
    bool write(const QString &folder, QString *problem) const;
};

/// Prints the heading of the table.
void printHeading();
/// Prints the line of a step.
void printStep(const StepReport &step);
/// Prints the last line.
void printTotal(const Report &report);

} // namespace SelfTest
