// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Qa {

/// True for the plain name of a file. What a journal or a report says is not led out of its folder.
[[nodiscard]] inline bool isPictureName(const QString &name)
{
    return !name.isEmpty() && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'))
        && !name.contains(QLatin1Char(':')) && !name.contains(QLatin1String(".."));
}

} // namespace Qa
