// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "clock.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qmutex.h>

namespace SmartCaptcha::Internal::Clock {

namespace {

struct State {
    QMutex mutex;
    qint64 monotonic = QDeadlineTimer::current().deadline();
    qint64 wall = QDateTime::currentMSecsSinceEpoch();
    qint64 now = 0;
};

State &state()
{
    static State instance;
    return instance;
}

} // namespace

qint64 now()
{
    State &s = state();
    const QMutexLocker locker(&s.mutex);
    const qint64 monotonic = QDeadlineTimer::current().deadline();
    const qint64 wall = QDateTime::currentMSecsSinceEpoch();
    // A small difference is the wall clock being synchronised; a large one means that the computer slept, or
    // that somebody set the clock. In the latter case a token expires early, which costs a person one more
    // captcha and nothing else.
    constexpr qint64 discipline = 2000;
    const qint64 monotonicStep = monotonic - s.monotonic;
    const qint64 wallStep = wall - s.wall;
    s.now += wallStep > monotonicStep + discipline ? wallStep : monotonicStep;
    s.monotonic = monotonic;
    s.wall = wall;
    return s.now;
}

void advance(qint64 milliseconds)
{
    State &s = state();
    const QMutexLocker locker(&s.mutex);
    s.now += milliseconds;
}

} // namespace SmartCaptcha::Internal::Clock
