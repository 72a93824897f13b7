// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "asker.h"

#include <atomic>

#include <sys/resource.h>

QString freshToken()
{
    static std::atomic_int number = 0;
    return QStringLiteral("dD0xNzY0NDU2MDAwO2k9MTI3LjAuMC4xO0Q9%1;").arg(++number, 200, 10, QLatin1Char('0'));
}

double processorTimeHere()
{
    static double before = 0;
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    const double now = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    const double passed = now - before;
    before = now;
    return passed;
}
