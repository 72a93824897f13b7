// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "rule.h"

#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

namespace Lint {

/// Where something was found.
struct Place {
    QString file; ///< As it was named, or as it was found below what was named.
    QStringList inside; ///< The way through packages and compressed parts of the file, from the outside.
    qint64 line = 0; ///< From 1; 0 in what has no lines.
    qint64 column = 0; ///< From 1, in UTF-16 code units.
    qint64 offset = -1; ///< In bytes, in what has no lines.
    qint64 length = 0; ///< In the unit of column or offset.
};

/// One thing that must not ship. Free of keys.
struct Finding {
    Rule rule = Rule::ServerKey;
    Place place;
    QString message;
};

/// Where, as one text: `src/main.cpp:12:5`, `app.apk!assets/a.json:3:1`, `app: offset 0x1a2b`.
[[nodiscard]] QString inWords(const Place &place);

/// @p text without the rest of whatever looks like a key.
[[nodiscard]] QString masked(const QString &text);

} // namespace Lint
