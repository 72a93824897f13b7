// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "vocabulary.h"

namespace Qa::Vocabulary {

QStringList outcomes()
{
    return {QStringLiteral("ready"), QStringLiteral("token"), QStringLiteral("cancelled"),
            QStringLiteral("expired"), QStringLiteral("failed")};
}

QStringList events()
{
    return {QStringLiteral("loading"),         QStringLiteral("ready"),
            QStringLiteral("checking"),        QStringLiteral("challengeShown"),
            QStringLiteral("challengeHidden"), QStringLiteral("tokenReceived"),
            QStringLiteral("tokenExpired"),    QStringLiteral("cancelled"),
            QStringLiteral("failed"),          QStringLiteral("verified")};
}

} // namespace Qa::Vocabulary
