// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "judge/judge.h"

#include <QtTest/qtest.h>

#include <functional>

using namespace Qa;

class tst_judge : public QObject {
    Q_OBJECT

private:
    static ScenarioResult passed()
    {
        ScenarioResult result;
        result.outcome = QStringLiteral("token");
        result.verdict = QStringLiteral("human");
        result.accepted = true;
        result.cause = QStringLiteral("noError");
        for (const char *name : {"loading", "ready", "tokenReceived", "verified"})
            result.events << TimelineEvent{0, Source::Captcha, QString::fromLatin1(name), {}};
        return result;
    }

    static Expectation wanted()
    {
        Expectation expectation;
        expectation.outcome = QStringLiteral("token");
        expectation.verdict = QStringLiteral("human");
        expectation.accepted = true;
        expectation.cause = QStringLiteral("noError");
        expectation.events = QStringList{QStringLiteral("ready"), QStringLiteral("verified")};
        expectation.never = QStringList{QStringLiteral("failed")};
        return expectation;
    }

private Q_SLOTS:
    void findsNothingWrong()
    {
        QCOMPARE(Judge(wanted()).problemWith(passed(), 1, 1), QString());
        QVERIFY(!Judge(wanted()).isLost(passed()));
        QCOMPARE(Judge({}).problemWith({}, 0, 0), QString());
    }

    void namesWhatIsWrong_data()
    {
        using Change = std::function<void(Expectation &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const Change &change, const char *says) {
            QTest::newRow(name) << change << QString::fromLatin1(says);
        };
        row(
            "outcome", [](Expectation &e) { e.outcome = QStringLiteral("cancelled"); }, "cancelled");
        row(
            "error", [](Expectation &e) { e.error = QStringLiteral("loadFailed"); }, "loadFailed");
        row(
            "verdict", [](Expectation &e) { e.verdict = QStringLiteral("robot"); }, "robot");
        row(
            "accepted", [](Expectation &e) { e.accepted = false; }, "not have been accepted");
        row(
            "cause", [](Expectation &e) { e.cause = QStringLiteral("timeout"); }, "timeout");
        row(
            "event", [](Expectation &e) { e.events << QStringLiteral("ready"); }, "ready");
        row(
            "forbidden", [](Expectation &e) { e.never << QStringLiteral("verified"); }, "must not happen");
    }

    void namesWhatIsWrong()
    {
        QFETCH(std::function<void(Expectation &)>, change);
        QFETCH(QString, says);
        Expectation expectation = wanted();
        change(expectation);
        const QString problem = Judge(expectation).problemWith(passed(), 1, 1);
        QVERIFY2(problem.contains(says), qPrintable(problem));
    }

    void waitsForEveryVerdict()
    {
        QVERIFY(!Judge(wanted()).problemWith(passed(), 2, 1).isEmpty());
        QVERIFY(!Judge(wanted()).problemWith(passed(), 0, 0).isEmpty());
    }

    void knowsWhatCannotBeMended()
    {
        ScenarioResult result = passed();
        result.events << TimelineEvent{0, Source::Captcha, QStringLiteral("failed"), {}};
        QVERIFY(Judge(wanted()).isLost(result));
        QVERIFY(Judge(wanted()).needsTime());
        QVERIFY(!Judge({}).needsTime());
    }

    void eventsComeInTheirTurn()
    {
        Expectation expectation;
        expectation.events = QStringList{QStringLiteral("verified"), QStringLiteral("ready")};
        QVERIFY(Judge(expectation).problemWith(passed(), 1, 1).contains(QLatin1String("ready")));
    }
};

QTEST_GUILESS_MAIN(tst_judge)
#include "tst_judge.moc"
