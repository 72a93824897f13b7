// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qtimer.h>
#include <QtTest/qtest.h>

/// In milliseconds, far longer than anything takes; a test that waits this long has failed.
inline constexpr int patience = 30000;

/**
 * Waits until @p condition is true; false if that takes longer than @p milliseconds.
 *
 * QTest::qWaitFor() and QTRY_...() sleep for ten milliseconds after each round of events. Qt WebEngine runs
 * its tasks in these rounds, so a page takes ten times as long. Here the event loop runs without pauses.
 */
template <typename Condition>
[[nodiscard]] bool eventually(const Condition &condition, int milliseconds = patience)
{
    const QDeadlineTimer deadline(milliseconds);
    // For conditions that change without an event.
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

/// Waits for @p milliseconds where there is no condition to wait for; @p reason says why.
inline void letPass(int milliseconds, const char *reason)
{
    Q_UNUSED(reason)
    (void)eventually([] { return false; }, milliseconds);
}

/// Processes everything that is due. For events that must not happen and so cannot be waited for.
inline void settle()
{
    letPass(20, "nothing more is expected");
}

// Like QTRY_VERIFY() and QTRY_COMPARE(), but what has been true once counts, as it may be over in a moment.
#define EVENTUALLY(condition)                                                                                \
    do {                                                                                                     \
        if (!eventually([&] { return bool(condition); }))                                                    \
            QVERIFY(condition);                                                                              \
    } while (false)
#define EVENTUALLY_COMPARE(actual, expected)                                                                 \
    do {                                                                                                     \
        if (!eventually([&] { return (actual) == (expected); }))                                             \
            QCOMPARE(actual, expected);                                                                      \
    } while (false)
