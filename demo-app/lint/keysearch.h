// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

/// Finding keys by their form: `ysc1_` or `ysc2_` and at least the twenty characters that a pair shares. Keys
/// of the service have forty-eight; what only explains (`ysc2_...`, `ysc2_secret`, a row of the same letter)
/// is none.
namespace Lint::KeySearch {

struct FoundKey {
    QString value;
    qint64 position = 0; ///< In the unit of what was searched.
    qint64 length = 0; ///< The same.

    /// True for the secret half of a pair.
    [[nodiscard]] bool isServerKey() const { return value.startsWith(QLatin1String("ysc2_")); }
};

/// Those in a text; the underscore may be percent-encoded.
[[nodiscard]] QList<FoundKey> inText(const QString &text);

/// Those in bytes of any kind: as bytes, and as the wide characters of string literals (UTF-16, UTF-32).
[[nodiscard]] QList<FoundKey> inBytes(const QByteArray &bytes);

} // namespace Lint::KeySearch
