// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcha/session/pausabletimer.h"
#include "shared/eventually.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using SmartCaptcha::Internal::PausableTimer;

/// The results do not depend on speed: every duration is either very short or an hour.
class tst_PausableTimer : public QObject {
    Q_OBJECT

    static constexpr int hour = 3600 * 1000;

private Q_SLOTS:
    void runsOut()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        QVERIFY(!timer.isActive());
        timer.start(1);
        QVERIFY(timer.isActive());
        EVENTUALLY_COMPARE(timeouts.size(), 1);
        QVERIFY(!timer.isActive());
    }

    void stops()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        timer.start(0);
        timer.stop();
        QCoreApplication::processEvents();
        QCOMPARE(timeouts.size(), 0);
        timer.pause();
        timer.goOn(0);
        QVERIFY(!timer.isActive());
    }

    void aPauseHoldsIt()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        timer.start(0);
        timer.pause();
        QVERIFY(timer.isActive());
        QCoreApplication::processEvents();
        QCOMPARE(timeouts.size(), 0);
        timer.goOn(0);
        EVENTUALLY_COMPARE(timeouts.size(), 1);
    }

    void aPauseLeavesAtLeastSomething()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        timer.start(0);
        timer.pause();
        timer.goOn(hour);
        QCoreApplication::processEvents();
        QCOMPARE(timeouts.size(), 0);
        QVERIFY(timer.isActive());
    }

    void aTimeThatBeginsInThePauseIsWhole()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        timer.pause();
        timer.start(0);
        QCoreApplication::processEvents();
        QCOMPARE(timeouts.size(), 0);
        timer.goOn(hour); // the remaining time is for deadlines that had already begun
        EVENTUALLY_COMPARE(timeouts.size(), 1);
    }

    void pausingTwiceIsPausingOnce()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        timer.start(0);
        timer.pause();
        timer.pause();
        timer.goOn(0);
        EVENTUALLY_COMPARE(timeouts.size(), 1);
    }

    void stoppedInAPauseItStaysSo()
    {
        PausableTimer timer;
        QSignalSpy timeouts(&timer, &PausableTimer::timeout);
        timer.start(0);
        timer.pause();
        timer.stop();
        timer.goOn(0);
        QCoreApplication::processEvents();
        QCOMPARE(timeouts.size(), 0);
        QVERIFY(!timer.isActive());
    }
};

QTEST_GUILESS_MAIN(tst_PausableTimer)
#include "tst_pausabletimer.moc"
