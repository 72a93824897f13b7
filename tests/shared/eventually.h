// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qtimer.h>
#include <QtTest/qtest.h>

/// Far more than anything takes, in milliseconds; a test that runs into it has failed.
inline constexpr int patience = 30000;

/**
 * Waits until @p condition is true; false when it is not within @p milliseconds.
 *
 * QTest::qWaitFor() and QTRY_...() sleep for ten milliseconds after each round of events. Qt WebEngine runs
 * its tasks in these rounds, and a page then takes ten times as long. Here the event loop runs all the while.
 */
template <typename Condition>
[[nodiscard]] bool eventually(const Condition &condition, int milliseconds = patience)
{
    const QDeadlineTimer deadline(milliseconds);
    // For conditions that no event tells of.
    QTimer tick;
    tick.start(10);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// Lets @p milliseconds pass, where there is nothing to wait for; @p reason says why there is not.
inline void letPass(int milliseconds, const char *reason)
{
    Q_UNUSED(reason)
    (void)eventually([] { return false; }, milliseconds);
}

/// Lets happen whatever is due by now. For what must not happen, and so cannot be waited for.
inline void settle()
{
    letPass(20, "nothing more is to come");
}

// As QTRY_VERIFY() and QTRY_COMPARE().
#define EVENTUALLY(condition)                                                                                \
    do {                                                                                                     \
        (void)eventually([&] { return bool(condition); });                                                   \
        QVERIFY(condition);                                                                                  \
    } while (false)
#define EVENTUALLY_COMPARE(actual, expected)                                                                 \
    do {                                                                                                     \
        (void)eventually([&] { return (actual) == (expected); });                                            \
        QCOMPARE(actual, expected);                                                                          \
    } while (false)
