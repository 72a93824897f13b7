// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "play/script.h"
#include "shared/eventually.h"

#include <QtTest/qtest.h>

using Qa::Script;
using Progress = Script::Progress;

class tst_script : public QObject {
    Q_OBJECT

private:
    static Progress advance(Script &script, bool hopeless = false, QList<int> *steps = nullptr)
    {
        return script.advance([hopeless](qint64) { return hopeless; },
                              [steps](int step) {
                                  if (steps)
                                      *steps << step;
                              });
    }

private Q_SLOTS:
    void doesOneThingAfterTheOther()
    {
        Script script;
        QStringList done;
        bool open = false;
        script.setStep(0);
        script.act([&] { done << QStringLiteral("a"); });
        script.setStep(1);
        script.wait([&] { return open; }, QStringLiteral("It stays closed"));
        script.act([&] { done << QStringLiteral("b"); });
        QList<int> steps;
        QCOMPARE(advance(script, false, &steps), Progress::Waiting);
        QCOMPARE(done, QStringList{QStringLiteral("a")});
        QCOMPARE(steps, QList<int>({0, 1}));
        open = true;
        QCOMPARE(advance(script, false, &steps), Progress::Done);
        QCOMPARE(done.size(), 2);
        QCOMPARE(steps, QList<int>({0, 1, -1}));
    }

    void tellsWhatHasNotCome()
    {
        Script script;
        script.wait([] { return false; }, QStringLiteral("Nothing came"), 0);
        EVENTUALLY_COMPARE(advance(script), Progress::Failed);
        QCOMPARE(script.problem(), QStringLiteral("Nothing came"));
    }

    void givesUpWhatIsHopeless()
    {
        Script script;
        script.wait([] { return false; }, QStringLiteral("Nothing came"), 100000);
        QCOMPARE(advance(script), Progress::Waiting);
        QCOMPARE(advance(script, true), Progress::Failed);
    }

    void goesOnWithoutWhatIsNotNeeded()
    {
        Script script;
        bool done = false;
        script.wait([] { return false; }, {}, 0);
        script.act([&] { done = true; });
        // Hopeless or not, an optional wait does not fail.
        EVENTUALLY_COMPARE(advance(script, true), Progress::Done);
        QVERIFY(done);
    }

    void mayBeClearedByWhatItDoes()
    {
        Script script;
        bool done = false;
        script.act([&] { script.clear(); });
        script.act([&] { done = true; });
        QCOMPARE(advance(script), Progress::Done);
        QVERIFY(!done);
    }
};

QTEST_GUILESS_MAIN(tst_script)
#include "tst_script.moc"
