// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "report.h"

#include "picturename.h"
#include "scenario/vocabulary.h"
#include "shared/oneline.h"

#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qxmlstream.h>

#include <algorithm>

namespace Qa {

using Vocabulary::wordFor;

void Report::failLost(const QList<Scenario> &played, const QString &problem)
{
    for (const Scenario &scenario : played) {
        if (std::any_of(results.cbegin(), results.cend(),
                        [&](const ScenarioResult &result) { return result.id == scenario.id; }))
            continue;
        ScenarioResult lost;
        lost.id = scenario.id;
        lost.status = Status::Failed;
        lost.problem = problem;
        results << lost;
    }
}

int Report::count(Status status) const
{
    return int(std::count_if(results.begin(), results.end(),
                             [status](const ScenarioResult &result) { return result.status == status; }));
}

QString Report::lineFor(const ScenarioResult &result)
{
    QString word;
    switch (result.status) {
    case Status::Passed:
        word = QStringLiteral("passed");
        break;
    case Status::Failed:
        word = QStringLiteral("FAILED");
        break;
    case Status::Skipped:
        word = QStringLiteral("skipped");
        break;
    case Status::Stopped:
        word = QStringLiteral("stopped");
        break;
    }
    QString line =
        QStringLiteral("%1  %2  %3 ms").arg(word, -7).arg(result.id, -32).arg(result.milliseconds, 6);
    if (!result.problem.isEmpty())
        line += QStringLiteral("  ") + onOneLine(result.problem);
    return line;
}

QJsonObject Report::jsonOf(const ScenarioResult &result)
{
    QJsonObject object{
        {QStringLiteral("id"), result.id},
        {QStringLiteral("status"), wordFor(result.status)},
        {QStringLiteral("began"), result.began.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("milliseconds"), result.milliseconds},
    };
    const auto add = [&object](const char *name, const QString &text) {
        if (!text.isEmpty())
            object.insert(QLatin1String(name), text);
    };
    add("problem", result.problem);
    add("outcome", result.outcome);
    add("error", result.error);
    add("verdict", result.verdict);
    if (result.accepted)
        object.insert(QStringLiteral("accepted"), *result.accepted);
    add("cause", result.cause);
    add("screenshot", result.screenshot);
    add("note", result.note);
    if (!result.pictures.isEmpty())
        object.insert(QStringLiteral("pictures"), QJsonArray::fromStringList(result.pictures));
    QJsonArray events;
    for (const TimelineEvent &event : result.events) {
        QJsonObject entry{{QStringLiteral("ms"), event.milliseconds},
                          {QStringLiteral("source"), wordFor(event.source)},
                          {QStringLiteral("text"), event.text}};
        if (!event.name.isEmpty())
            entry.insert(QStringLiteral("name"), event.name);
        events << entry;
    }
    object.insert(QStringLiteral("events"), events);
    return object;
}

ScenarioResult Report::resultOf(const QJsonObject &json)
{
    ScenarioResult result;
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    result.id = text("id");
    result.status = Vocabulary::words<Status>().value(text("status"), Status::Stopped);
    result.problem = text("problem");
    result.outcome = text("outcome");
    result.error = text("error");
    result.verdict = text("verdict");
    if (json.contains(QLatin1String("accepted")))
        result.accepted = json.value(QLatin1String("accepted")).toBool();
    result.cause = text("cause");
    if (isPictureName(text("screenshot")))
        result.screenshot = text("screenshot");
    result.note = text("note");
    const QJsonArray pictures = json.value(QLatin1String("pictures")).toArray();
    for (const QJsonValue &picture : pictures) {
        if (isPictureName(picture.toString()))
            result.pictures << picture.toString();
    }
    result.began = QDateTime::fromString(text("began"), Qt::ISODateWithMs).toLocalTime();
    result.milliseconds = json.value(QLatin1String("milliseconds")).toInteger();
    const QJsonArray events = json.value(QLatin1String("events")).toArray();
    for (const QJsonValue &entry : events) {
        const QJsonObject event = entry.toObject();
        result.events << TimelineEvent{event.value(QLatin1String("ms")).toInteger(),
                                       Vocabulary::words<Source>().value(
                                           event.value(QLatin1String("source")).toString(), Source::Harness),
                                       event.value(QLatin1String("name")).toString(),
                                       event.value(QLatin1String("text")).toString()};
    }
    return result;
}

QByteArray Report::toJson() const
{
    QJsonArray all;
    for (const ScenarioResult &result : results)
        all << jsonOf(result);
    const QJsonObject object{
        {QStringLiteral("sdk"), SmartCaptcha::version().toString()},
        {QStringLiteral("qt"), QLatin1String(qVersion())},
        {QStringLiteral("engine"), engine},
        {QStringLiteral("profile"), profile},
        {QStringLiteral("service"), service},
        {QStringLiteral("began"), began.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("milliseconds"), milliseconds},
        {QStringLiteral("passed"), passed()},
        {QStringLiteral("results"), all},
    };
    return QJsonDocument(object).toJson();
}

QByteArray Report::toJUnit() const
{
    const auto seconds = [](qint64 ms) { return QString::number(double(ms) / 1000, 'f', 3); };
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("smartcaptcha qa"));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(results.size()));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(count(Status::Failed)));
    xml.writeAttribute(QStringLiteral("errors"), QString::number(count(Status::Stopped)));
    xml.writeAttribute(QStringLiteral("skipped"), QString::number(count(Status::Skipped)));
    xml.writeAttribute(QStringLiteral("time"), seconds(milliseconds));
    xml.writeAttribute(QStringLiteral("timestamp"), began.toUTC().toString(Qt::ISODate));
    xml.writeStartElement(QStringLiteral("properties"));
    for (const auto &[name, value] :
         {std::pair{"engine", engine}, {"service", service}, {"profile", profile}}) {
        xml.writeEmptyElement(QStringLiteral("property"));
        xml.writeAttribute(QStringLiteral("name"), QLatin1String(name));
        xml.writeAttribute(QStringLiteral("value"), value);
    }
    xml.writeEndElement();
    for (const ScenarioResult &result : results) {
        xml.writeStartElement(QStringLiteral("testcase"));
        const Scenario scenario = scenarios.value(result.id);
        xml.writeAttribute(QStringLiteral("classname"),
                           QStringLiteral("smartcaptcha.")
                               + scenario.tags.value(0, QStringLiteral("scenario")));
        xml.writeAttribute(QStringLiteral("name"), result.id);
        xml.writeAttribute(QStringLiteral("time"), seconds(result.milliseconds));
        switch (result.status) {
        case Status::Passed:
            break;
        case Status::Skipped:
            xml.writeEmptyElement(QStringLiteral("skipped"));
            xml.writeAttribute(QStringLiteral("message"), result.problem);
            break;
        case Status::Failed:
        case Status::Stopped: {
            xml.writeStartElement(result.status == Status::Failed ? QStringLiteral("failure")
                                                                  : QStringLiteral("error"));
            xml.writeAttribute(QStringLiteral("message"), result.problem);
            QStringList lines;
            for (const TimelineEvent &event : result.events)
                lines << QStringLiteral("%1 ms  %2  %3")
                             .arg(event.milliseconds, 6)
                             .arg(wordFor(event.source), event.text);
            xml.writeCharacters(lines.join(QLatin1Char('\n')));
            xml.writeEndElement();
            break;
        }
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace Qa
