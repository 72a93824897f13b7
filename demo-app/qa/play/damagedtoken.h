// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Qa {

/// @p token with the character in its middle changed, so that nobody has issued it.
[[nodiscard]] inline QString damaged(QString token)
{
    if (!token.isEmpty()) {
        const qsizetype middle = token.size() / 2;
        token[middle] = token.at(middle) == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    }
    return token;
}

} // namespace Qa
