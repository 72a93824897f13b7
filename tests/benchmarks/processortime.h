// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <sys/types.h>
#include <time.h>

/// The processor time that a clock shows, in milliseconds; 0 if there is no such clock.
inline double processorTimeOf(clockid_t clock)
{
    timespec time = {};
    if (clock_gettime(clock, &time) != 0)
        return 0;
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// That of all threads of a process until now, also of those that have ended. 0 if there is no such process.
inline double processorTime(qint64 process)
{
    clockid_t clock = {};
    return clock_getcpuclockid(static_cast<pid_t>(process), &clock) == 0 ? processorTimeOf(clock) : 0;
}
