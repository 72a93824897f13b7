// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "wallclock.h"

#include <QtCore/qdatetime.h>

#include <atomic>
#include <chrono>

namespace {

std::atomic<qint64> ahead = 0;

} // namespace

// The SDK's libraries find this one before that of Qt.
qint64 QDateTime::currentMSecsSinceEpoch() noexcept
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count() + ahead;
}

void WallClock::advance(qint64 milliseconds)
{
    ahead += milliseconds;
}

void WallClock::restore()
{
    ahead = 0;
}
