// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Qa {

/// @p token with its middle character changed, so that it is not one that was issued.
[[nodiscard]] inline QString damaged(QString token)
{
    if (!token.isEmpty()) {
        const qsizetype middle = token.size() / 2;
        token[middle] = token.at(middle) == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    }
    return token;
}

} // namespace Qa
