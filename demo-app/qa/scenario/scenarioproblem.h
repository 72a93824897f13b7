// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Qa {

/// A problem in a scenario file, for its author.
struct ScenarioProblem {
    QString file;
    int line = 0; ///< 0 when it concerns the file as a whole.
    QString field; ///< `scenarios[2].set.options.mode`; empty when no field is to blame.
    QString text; ///< Translated.

    /// `file:line: field: text`.
    [[nodiscard]] QString toString() const
    {
        QString all = file;
        if (line > 0)
            all += QLatin1Char(':') + QString::number(line);
        if (!field.isEmpty())
            all += QLatin1String(": ") + field;
        return all + QLatin1String(": ") + text;
    }
};

} // namespace Qa
