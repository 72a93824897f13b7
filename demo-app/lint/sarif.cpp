// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "linter.h"
#include "report.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qurl.h>

namespace Lint::Report {

namespace {

QJsonObject text(const QString &words)
{
    return {{QStringLiteral("text"), words}};
}

QJsonArray rules()
{
    QJsonArray array;
    for (const RuleText &rule : allRules()) {
        array.append(QJsonObject{
            {QStringLiteral("id"), rule.id},
            {QStringLiteral("name"), rule.name},
            {QStringLiteral("shortDescription"), text(rule.cause)},
            {QStringLiteral("fullDescription"), text(rule.cause + QLatin1Char(' ') + rule.cure)},
            {QStringLiteral("help"), text(rule.cure)},
            {QStringLiteral("defaultConfiguration"),
             QJsonObject{{QStringLiteral("level"),
                          rule.isError ? QStringLiteral("error") : QStringLiteral("warning")}}},
        });
    }
    return array;
}

/// Relative to the working directory for files below it, else absolute.
QString uriOf(const QString &file)
{
    const QString relative = QDir::current().relativeFilePath(file);
    const bool below = !relative.startsWith(QLatin1String("..")) && QDir::isRelativePath(relative);
    QUrl url;
    if (below)
        url.setPath(masked(relative), QUrl::DecodedMode);
    else
        url = QUrl::fromLocalFile(masked(QDir::cleanPath(QDir::current().absoluteFilePath(file))));
    const QString encoded = url.toString(QUrl::FullyEncoded);
    // A colon in the first path segment would be taken for the end of a scheme.
    const bool ambiguous = below && encoded.section(QLatin1Char('/'), 0, 0).contains(QLatin1Char(':'));
    return ambiguous ? QLatin1String("./") + encoded : encoded;
}

QJsonObject locationOf(const Place &place)
{
    QJsonObject physical{
        {QStringLiteral("artifactLocation"), QJsonObject{{QStringLiteral("uri"), uriOf(place.file)}}}};
    // A region refers to the file itself, so there is none for content inside a package.
    if (place.inside.isEmpty()) {
        const QJsonObject region = place.line > 0
            ? QJsonObject{{QStringLiteral("startLine"), place.line},
                          {QStringLiteral("startColumn"), place.column},
                          {QStringLiteral("endColumn"), place.column + place.length}}
            : QJsonObject{{QStringLiteral("byteOffset"), place.offset},
                          {QStringLiteral("byteLength"), place.length}};
        physical.insert(QStringLiteral("region"), region);
    }
    QJsonObject location{{QStringLiteral("physicalLocation"), physical}};
    if (!place.inside.isEmpty()) {
        location.insert(QStringLiteral("logicalLocations"),
                        QJsonArray{QJsonObject{{QStringLiteral("fullyQualifiedName"), inWords(place)},
                                               {QStringLiteral("kind"), QStringLiteral("member")}}});
    }
    return location;
}

} // namespace

QString asSarif(const Linter &linter)
{
    QJsonArray results;
    for (const Finding &finding : linter.findings()) {
        const RuleText &rule = textOf(finding.rule);
        QString message = finding.message;
        if (!finding.place.inside.isEmpty())
            message = inWords(finding.place) + QStringLiteral(": ") + message;
        results.append(QJsonObject{
            {QStringLiteral("ruleId"), rule.id},
            {QStringLiteral("ruleIndex"), int(finding.rule)},
            {QStringLiteral("level"), rule.isError ? QStringLiteral("error") : QStringLiteral("warning")},
            {QStringLiteral("message"), text(message)},
            {QStringLiteral("locations"), QJsonArray{locationOf(finding.place)}},
        });
    }
    QJsonArray notifications;
    const auto notify = [&notifications](const QStringList &messages, const QString &level) {
        for (const QString &message : messages)
            notifications.append(
                QJsonObject{{QStringLiteral("level"), level}, {QStringLiteral("message"), text(message)}});
    };
    notify(linter.unexamined(), QStringLiteral("error"));
    notify(linter.remarks(), QStringLiteral("warning"));

    const QJsonObject driver{
        {QStringLiteral("name"), QStringLiteral("smartcaptcha lint")},
        {QStringLiteral("semanticVersion"), QCoreApplication::applicationVersion()},
        {QStringLiteral("rules"), rules()},
    };
    const QJsonObject run{
        {QStringLiteral("tool"), QJsonObject{{QStringLiteral("driver"), driver}}},
        {QStringLiteral("columnKind"), QStringLiteral("utf16CodeUnits")},
        {QStringLiteral("invocations"),
         QJsonArray{QJsonObject{{QStringLiteral("executionSuccessful"), linter.unexamined().isEmpty()},
                                {QStringLiteral("toolExecutionNotifications"), notifications}}}},
        {QStringLiteral("results"), results},
    };
    const QJsonObject log{
        {QStringLiteral("$schema"),
         QStringLiteral(
             "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")},
        {QStringLiteral("version"), QStringLiteral("2.1.0")},
        {QStringLiteral("runs"), QJsonArray{run}},
    };
    return QString::fromUtf8(QJsonDocument(log).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace Lint::Report
