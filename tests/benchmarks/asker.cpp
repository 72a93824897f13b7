// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "asker.h"

#include "processortime.h"

#include <atomic>

QString freshToken()
{
    static std::atomic_int number = 0;
    return QStringLiteral("dD0xNzY0NDU2MDAwO2k9MTI3LjAuMC4xO0Q9%1;").arg(++number, 200, 10, QLatin1Char('0'));
}

double processorTimeHere()
{
    static double before = 0;
    const double now = processorTimeOf(CLOCK_PROCESS_CPUTIME_ID) / 1000;
    const double passed = now - before;
    before = now;
    return passed;
}
