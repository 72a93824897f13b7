// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "rule.h"

#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

namespace Lint {

/// The location of a finding.
struct Place {
    QString file; ///< As given, or as found below the given folder.
    QStringList inside; ///< The path through packages and compressed parts, from the outside in.
    qint64 line = 0; ///< From 1; 0 in binary content.
    qint64 column = 0; ///< From 1, in UTF-16 code units.
    qint64 offset = -1; ///< In bytes, in binary content.
    qint64 length = 0; ///< In the unit of column or offset.
};

/// One thing that must not ship. Contains no keys.
struct Finding {
    Rule rule = Rule::ServerKey;
    Place place;
    QString message;
};

/// The location as text: `src/main.cpp:12:5`, `app.apk!assets/a.json:3:1`, `app: offset 0x1a2b`.
[[nodiscard]] QString inWords(const Place &place);

/// @p text with everything that looks like a key shortened to its prefix.
[[nodiscard]] QString masked(const QString &text);

} // namespace Lint
