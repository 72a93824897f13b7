// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "report.h"

#include "linter.h"
#include "shared/oneline.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

namespace Lint::Report {

namespace {

QString level(const RuleText &rule)
{
    return rule.isError ? QStringLiteral("error") : QStringLiteral("warning");
}

} // namespace

QString asText(const Linter &linter)
{
    QStringList lines;
    for (const Finding &finding : linter.findings()) {
        const RuleText &rule = textOf(finding.rule);
        lines << QStringLiteral("%1: %2: %3 [%4 %5]")
                     .arg(onOneLine(inWords(finding.place)), level(rule), finding.message, rule.id,
                          rule.name);
    }
    const qsizetype found = linter.findings().size();
    const QString what = found == 0 ? QStringLiteral("Nothing found")
        : found == 1                ? QStringLiteral("1 finding")
                                    : QStringLiteral("%1 findings").arg(found);
    const qsizetype files = linter.fileCount();
    lines << QStringLiteral("%1 in %2 %3")
                 .arg(what)
                 .arg(files)
                 .arg(files == 1 ? QStringLiteral("file") : QStringLiteral("files"));
    return lines.join(QLatin1Char('\n'));
}

QString asJson(const Linter &linter)
{
    QJsonArray findings;
    for (const Finding &finding : linter.findings()) {
        const RuleText &rule = textOf(finding.rule);
        QJsonObject object{
            {QStringLiteral("rule"), rule.id},
            {QStringLiteral("name"), rule.name},
            {QStringLiteral("level"), level(rule)},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("file"), masked(finding.place.file)},
        };
        if (!finding.place.inside.isEmpty()) {
            QJsonArray inside;
            for (const QString &name : finding.place.inside)
                inside.append(masked(name));
            object.insert(QStringLiteral("inside"), inside);
        }
        if (finding.place.line > 0) {
            object.insert(QStringLiteral("line"), finding.place.line);
            object.insert(QStringLiteral("column"), finding.place.column);
        } else {
            object.insert(QStringLiteral("offset"), finding.place.offset);
        }
        findings.append(object);
    }
    const QJsonObject report{
        {QStringLiteral("findings"), findings},
        {QStringLiteral("files"), linter.fileCount()},
        {QStringLiteral("unexamined"), QJsonArray::fromStringList(linter.unexamined())},
    };
    return QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact));
}

} // namespace Lint::Report
