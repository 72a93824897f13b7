// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Qa {

/// True for a plain file name, so that a journal or a report cannot point outside its folder.
[[nodiscard]] inline bool isPictureName(const QString &name)
{
    return !name.isEmpty() && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'))
        && !name.contains(QLatin1Char(':')) && !name.contains(QLatin1String(".."));
}

} // namespace Qa
