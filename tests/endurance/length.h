// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>
#include <QtCore/qrandom.h>

#include <cstdio>

/// How long a test of endurance is: ENDURANCE_ROUNDS in the environment, or else @p few, which take seconds.
inline int rounds(int few)
{
    bool given = false;
    const int count = qEnvironmentVariableIntValue("ENDURANCE_ROUNDS", &given);
    return given && count > 0 ? count : few;
}

/// The seed of everything that is random, which is printed: ENDURANCE_SEED in the environment, or else a new
/// one.
inline quint32 seed()
{
    bool given = false;
    const auto chosen = static_cast<quint32>(qEnvironmentVariableIntValue("ENDURANCE_SEED", &given));
    // Positive, so that it can be given again.
    const quint32 used = given ? chosen : QRandomGenerator::global()->generate() >> 1;
    std::printf("ENDURANCE_SEED=%u\n", used);
    return used;
}
