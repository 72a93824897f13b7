// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "report.h"

#include <QtCore/qdir.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qsavefile.h>

#include <algorithm>
#include <cstdio>

namespace SelfTest {

bool Report::passed() const
{
    return !steps.isEmpty()
        && std::all_of(steps.cbegin(), steps.cend(), [](const StepReport &s) { return s.passed(); });
}

bool Report::write(const QString &folder, QString *problem) const
{
    QJsonArray list;
    for (const StepReport &step : steps) {
        QJsonObject object{
            {QStringLiteral("id"), step.id},
            {QStringLiteral("language"), step.language},
            {QStringLiteral("outcome"), step.outcome},
            {QStringLiteral("verdict"), step.verdict},
            {QStringLiteral("milliseconds"), step.milliseconds},
            {QStringLiteral("screenshot"), step.screenshot},
            {QStringLiteral("passed"), step.passed()},
        };
        if (!step.passed()) {
            object.insert(QStringLiteral("expectedOutcome"), step.expectedOutcome);
            object.insert(QStringLiteral("expectedVerdict"), step.expectedVerdict);
            object.insert(QStringLiteral("problem"), step.problem);
        }
        list.append(object);
    }
    const QJsonObject root{
        {QStringLiteral("engine"), engine},
        {QStringLiteral("service"), service},
        {QStringLiteral("passed"), passed()},
        {QStringLiteral("steps"), list},
    };
    QSaveFile file(QDir(folder).filePath(QStringLiteral("summary.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0 || !file.commit()) {
        *problem = file.errorString();
        return false;
    }
    return true;
}

void printHeading()
{
    std::printf("%-26s %-3s %-20s %-42s %8s\n", "step", "", "outcome", "verdict", "ms");
}

void printStep(const StepReport &step)
{
    std::printf("%-26s %-3s %-20s %-42s %8lld  %s\n", qPrintable(step.id), qPrintable(step.language),
                qPrintable(step.outcome),
                qPrintable(step.verdict.isEmpty() ? QStringLiteral("-") : step.verdict),
                static_cast<long long>(step.milliseconds), step.passed() ? "ok" : "FAILED");
    if (!step.passed()) {
        std::printf(
            "    expected %s, %s%s%s\n", qPrintable(step.expectedOutcome),
            qPrintable(step.expectedVerdict.isEmpty() ? QStringLiteral("no verdict") : step.expectedVerdict),
            step.problem.isEmpty() ? "" : "; ", qPrintable(step.problem));
    }
    std::fflush(stdout);
}

void printTotal(const Report &report)
{
    const auto good =
        std::count_if(report.steps.cbegin(), report.steps.cend(), [](const auto &s) { return s.passed(); });
    std::printf("%lld of %lld steps as they should be. %s\n", static_cast<long long>(good),
                static_cast<long long>(report.steps.size()), qPrintable(report.engine));
}

} // namespace SelfTest
