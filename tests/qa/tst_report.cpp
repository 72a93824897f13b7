// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "report/htmlreport.h"
#include "report/report.h"

#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qxmlstream.h>
#include <QtTest/qtest.h>

using namespace Qa;

namespace {

ScenarioResult resultOf(const QString &id, Status status, const QString &problem = {})
{
    ScenarioResult result;
    result.id = id;
    result.status = status;
    result.problem = problem;
    result.began =
        QDateTime::fromString(QStringLiteral("2026-01-02T03:04:05.678Z"), Qt::ISODateWithMs).toLocalTime();
    result.milliseconds = 1234;
    result.outcome = QStringLiteral("token");
    result.verdict = QStringLiteral("human");
    result.accepted = true;
    result.cause = QStringLiteral("noError");
    result.screenshot = id + QStringLiteral(".png");
    result.note = QStringLiteral("<b>\"noted\" & so</b>");
    result.events = {{12, Source::Captcha, QStringLiteral("ready"), QStringLiteral("State ready")},
                     {34, Source::Network, {}, QStringLiteral("POST /validate")}};
    return result;
}

Report report()
{
    Report all;
    all.profile = QStringLiteral("emulator");
    all.service = QStringLiteral("http://127.0.0.1:1");
    all.engine = QStringLiteral("QtWebEngine/6");
    all.began = QDateTime::currentDateTime();
    all.milliseconds = 4321;
    all.results = {
        resultOf(QStringLiteral("good"), Status::Passed),
        resultOf(QStringLiteral("bad"), Status::Failed, QStringLiteral("Not <so> \"good\" & right")),
        resultOf(QStringLiteral("left"), Status::Skipped, QStringLiteral("Requires a person."))};
    return all;
}

} // namespace

class tst_Report : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        Report all = report();
        QCOMPARE(all.count(Status::Passed), 1);
        QVERIFY(!all.passed());
        all.results.removeAt(1);
        QVERIFY(all.passed());
        all.results << resultOf(QStringLiteral("x"), Status::Stopped);
        QVERIFY(!all.passed());
    }

    void whatHasNoResultHasFailed()
    {
        Report all = report();
        all.results.removeAt(1);
        Scenario good;
        good.id = QStringLiteral("good");
        Scenario lost;
        lost.id = QStringLiteral("lost");
        all.failLost({good}, QStringLiteral("Nothing was reported."));
        QVERIFY(all.passed());
        all.failLost({good, lost}, QStringLiteral("Nothing was reported."));
        QVERIFY(!all.passed());
        QCOMPARE(all.results.constLast().id, QStringLiteral("lost"));
        QCOMPARE(all.results.constLast().problem, QStringLiteral("Nothing was reported."));
        QCOMPARE(all.count(Status::Failed), 1);
    }

    void jsonHoldsEverything()
    {
        const QJsonObject json = QJsonDocument::fromJson(report().toJson()).object();
        QCOMPARE(json.value(QLatin1String("passed")).toBool(), false);
        const QJsonArray results = json.value(QLatin1String("results")).toArray();
        QCOMPARE(results.size(), 3);
        const ScenarioResult written = report().results.at(1);
        const ScenarioResult read = Report::resultOf(results.at(1).toObject());
        QCOMPARE(read.id, written.id);
        QCOMPARE(read.status, written.status);
        QCOMPARE(read.problem, written.problem);
        QCOMPARE(read.outcome, written.outcome);
        QCOMPARE(read.verdict, written.verdict);
        QCOMPARE(read.accepted, written.accepted);
        QCOMPARE(read.cause, written.cause);
        QCOMPARE(read.began, written.began);
        QCOMPARE(read.milliseconds, written.milliseconds);
        QCOMPARE(read.screenshot, written.screenshot);
        QCOMPARE(read.note, written.note);
        QCOMPARE(read.events.size(), 2);
        QCOMPARE(read.events.at(0).name, QStringLiteral("ready"));
        QCOMPARE(read.events.at(1).source, Source::Network);
        QCOMPARE(read.events.at(1).milliseconds, 34);
    }

    void htmlNeedsNothingElseAndTrustsNobody()
    {
        const QTemporaryDir folder;
        QFile picture(folder.filePath(QStringLiteral("bad.png")));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("a picture");
        picture.close();
        const QString html =
            QString::fromUtf8(HtmlReport::make(report(), QLocale(QLocale::English), folder.path()));
        QVERIFY(html.contains(QLatin1String("Not &lt;so&gt; &quot;good&quot; &amp; right")));
        QVERIFY(!html.contains(QLatin1String("<so>")) && !html.contains(QLatin1String("<b>")));
        QVERIFY(html.contains(QLatin1String("data:image/png;base64,")
                              + QLatin1String(QByteArray("a picture").toBase64())));
        QVERIFY(html.contains(QLatin1String("1 passed, 1 failed, 1 skipped, 0 stopped")));
        // Addresses appear only as text: nothing is loaded, and nothing runs.
        QVERIFY(!html.contains(QLatin1String("<script")) && !html.contains(QLatin1String("href=\"http"))
                && !html.contains(QLatin1String("src=\"http")));
        QVERIFY(html.startsWith(QLatin1String("<!DOCTYPE html>\n<html lang=\"en\"")));
        QVERIFY(HtmlReport::make(report(), QLocale(QLocale::Russian)).contains("lang=\"ru\""));
    }

    void junitIsWellFormedAndCounts()
    {
        QXmlStreamReader xml(report().toJUnit());
        QStringList cases;
        QString failure;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == QLatin1String("testsuite")) {
                QCOMPARE(attributes.value(QLatin1String("tests")).toInt(), 3);
                QCOMPARE(attributes.value(QLatin1String("failures")).toInt(), 1);
                QCOMPARE(attributes.value(QLatin1String("skipped")).toInt(), 1);
                QCOMPARE(attributes.value(QLatin1String("time")).toDouble(), 4.321);
            } else if (xml.name() == QLatin1String("testcase")) {
                cases << attributes.value(QLatin1String("name")).toString();
            } else if (xml.name() == QLatin1String("failure")) {
                failure = attributes.value(QLatin1String("message")).toString();
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases, QStringList({QStringLiteral("good"), QStringLiteral("bad"), QStringLiteral("left")}));
        QCOMPARE(failure, QStringLiteral("Not <so> \"good\" & right"));
    }
};

QTEST_GUILESS_MAIN(tst_Report)
#include "tst_report.moc"
