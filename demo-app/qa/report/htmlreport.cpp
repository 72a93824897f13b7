// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "htmlreport.h"

#include "picturename.h"
#include "scenario/vocabulary.h"
#include "shared/language.h"

#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>

namespace Qa::HtmlReport {

namespace {

class Tr {
    Q_DECLARE_TR_FUNCTIONS(Qa::HtmlReport)
};

QString wordFor(Status status)
{
    switch (status) {
    case Status::Passed:
        return Tr::tr("passed");
    case Status::Failed:
        return Tr::tr("failed");
    case Status::Skipped:
        return Tr::tr("skipped");
    case Status::Stopped:
        break;
    }
    return Tr::tr("stopped");
}

// Escapes text. Everything from a scenario, a service or a tester goes through here.
QString text(const QString &anything)
{
    return anything.toHtmlEscaped();
}

QString element(const QString &name, const QString &content, const QString &attributes = {})
{
    return QStringLiteral("<%1%2>%3</%1>")
        .arg(name, attributes.isEmpty() ? QString() : QLatin1Char(' ') + attributes, content);
}

QString classed(const QString &name, const QString &style, const QString &content)
{
    return element(name, content, QStringLiteral("class=\"%1\"").arg(style));
}

QString row(const QString &name, const QString &value)
{
    return value.isEmpty()
        ? QString()
        : element(QStringLiteral("dt"), text(name)) + element(QStringLiteral("dd"), text(value));
}

QString styles()
{
    return QStringLiteral(
        ":root{color-scheme:light "
        "dark;--ink:#1c1f23;--paper:#fff;--line:#d5d9de;--soft:#f3f4f6;--good:#12752f;"
        "--bad:#b3261e;--idle:#5c6670}"
        "@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--paper:#17191c;--line:#3a3f45;--soft:#22262a;"
        "--good:#6fcf86;--bad:#ff8a80;--idle:#a0a8b0}}"
        "body{font:15px/1.5 "
        "system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:70rem;margin:2rem "
        "auto;padding:0 1rem}"
        "h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}"
        "table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.35rem "
        ".6rem;border-bottom:1px solid "
        "var(--line);vertical-align:top}td.number{text-align:end;font-variant-numeric:tabular-nums;white-"
        "space:nowrap}"
        ".passed{color:var(--good)}.failed,.stopped{color:var(--bad);font-weight:600}.skipped{color:var(--"
        "idle)}"
        "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem "
        "1rem}dt{color:var(--idle)}dd{margin:0}"
        "section{border:1px solid var(--line);border-radius:8px;padding:0 1rem 1rem;margin:1rem 0}"
        "img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:4px;margin-top:.6rem}"
        "pre{background:var(--soft);padding:.6rem;border-radius:4px;overflow-x:auto}"
        "@media print{section{break-inside:avoid}}");
}

QString picture(const QString &name, const QString &folder, const QString &title)
{
    if (!isPictureName(name) || folder.isEmpty())
        return {};
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QStringLiteral("<img alt=\"%1\" src=\"data:image/png;base64,%2\">")
        .arg(text(title), QString::fromLatin1(file.readAll().toBase64()));
}

QString details(const ScenarioResult &result, const Scenario &scenario, const QLocale &locale,
                const QString &folder)
{
    const QString title = scenario.title.in(locale);
    const QString status = Vocabulary::wordFor(result.status);
    QString content = element(QStringLiteral("h2"), text(title));
    content += element(QStringLiteral("p"),
                       classed(QStringLiteral("span"), status, text(wordFor(result.status)))
                           + QStringLiteral(" \u00b7 ") + element(QStringLiteral("code"), text(result.id)));
    QString answer = result.verdict;
    if (result.accepted)
        answer += QLatin1String(", ") + (*result.accepted ? Tr::tr("accepted") : Tr::tr("not accepted"));
    if (!result.cause.isEmpty() && result.cause != QLatin1String("noError"))
        answer += QLatin1String(", ") + result.cause;
    content +=
        element(QStringLiteral("dl"),
                row(Tr::tr("What went wrong"), result.status == Status::Passed ? QString() : result.problem)
                    + row(Tr::tr("Outcome"), result.outcome) + row(Tr::tr("Error"), result.error)
                    + row(Tr::tr("Verdict"), answer) + row(Tr::tr("Note"), result.note)
                    + row(Tr::tr("Time"), locale.toString(result.began, QLocale::ShortFormat)));
    if (!result.events.isEmpty()) {
        QStringList lines;
        for (const TimelineEvent &event : result.events)
            lines << text(QStringLiteral("%1  %2  %3")
                              .arg(event.milliseconds, 6)
                              .arg(Vocabulary::wordFor(event.source), -8)
                              .arg(event.text));
        content += element(
            QStringLiteral("details"),
            element(QStringLiteral("summary"), text(Tr::tr("%n event(s)", nullptr, int(lines.size()))))
                + element(QStringLiteral("pre"), lines.join(QLatin1Char('\n'))),
            result.status == Status::Failed ? QStringLiteral("open") : QString());
    }
    content += picture(result.screenshot, folder, title);
    for (const QString &name : result.pictures)
        content += picture(name, folder, title);
    return element(QStringLiteral("section"), content, QStringLiteral("id=\"%1\"").arg(text(result.id)));
}

} // namespace

QByteArray make(const Report &report, const QLocale &locale, const QString &pictureFolder)
{
    QString rows;
    QString sections;
    for (const ScenarioResult &result : report.results) {
        const Scenario scenario = report.scenarios.value(result.id);
        const QString status = Vocabulary::wordFor(result.status);
        const QString link = element(QStringLiteral("a"), text(scenario.title.in(locale)),
                                     QStringLiteral("href=\"#%1\"").arg(text(result.id)));
        rows += element(QStringLiteral("tr"),
                        classed(QStringLiteral("td"), status, text(wordFor(result.status)))
                            + element(QStringLiteral("td"), link)
                            + element(QStringLiteral("td"),
                                      text(result.status == Status::Passed ? QString() : result.problem))
                            + classed(QStringLiteral("td"), QStringLiteral("number"),
                                      text(Tr::tr("%1 s").arg(
                                          locale.toString(double(result.milliseconds) / 1000, 'f', 1)))));
        sections += details(result, scenario, locale, pictureFolder);
    }
    const auto heading = [](const QString &name) { return element(QStringLiteral("th"), text(name)); };
    const QString title = Tr::tr("SmartCaptcha test report");
    const QString summary = Tr::tr("%1 passed, %2 failed, %3 skipped, %4 stopped")
                                .arg(report.count(Status::Passed))
                                .arg(report.count(Status::Failed))
                                .arg(report.count(Status::Skipped))
                                .arg(report.count(Status::Stopped));
    const QString body = element(QStringLiteral("h1"), text(title))
        + element(QStringLiteral("p"),
                  classed(QStringLiteral("strong"),
                          report.passed() ? QStringLiteral("passed") : QStringLiteral("failed"),
                          text(summary)))
        + element(QStringLiteral("dl"),
                  row(Tr::tr("Started"), locale.toString(report.began, QLocale::LongFormat))
                      + row(Tr::tr("Duration"),
                            Tr::tr("%1 s").arg(locale.toString(double(report.milliseconds) / 1000, 'f', 1)))
                      + row(Tr::tr("Profile"), report.profile) + row(Tr::tr("Service"), report.service)
                      + row(Tr::tr("Engine"), report.engine) + row(Tr::tr("Qt"), QLatin1String(qVersion()))
                      + row(Tr::tr("SDK"), SmartCaptcha::version().toString()))
        + element(QStringLiteral("table"),
                  element(QStringLiteral("tr"),
                          heading(Tr::tr("Result")) + heading(Tr::tr("Scenario"))
                              + heading(Tr::tr("What went wrong")) + heading(Tr::tr("Duration")))
                      + rows)
        + sections;
    const QString page =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\"><title>%2</title>"
                       "<style>%3</style></head><body>%4</body></html>\n");
    return page.arg(Language::codeFor(locale), text(title), styles(), body).toUtf8();
}

} // namespace Qa::HtmlReport
