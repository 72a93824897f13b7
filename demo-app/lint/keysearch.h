// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

/// Finds keys by their form: `ysc1_` or `ysc2_`, followed by at least the twenty characters that a pair has
/// in common. Keys of the service have forty-eight. Placeholders (`ysc2_...`, `ysc2_secret`, one letter
/// repeated) are not keys.
namespace Lint::KeySearch {

struct FoundKey {
    QString value;
    qint64 position = 0; ///< In the unit of the searched content.
    qint64 length = 0; ///< The same.

    /// True for the secret key of a pair.
    [[nodiscard]] bool isServerKey() const { return value.startsWith(QLatin1String("ysc2_")); }
};

/// The keys in a text; the underscore may be percent-encoded.
[[nodiscard]] QList<FoundKey> inText(const QString &text);

/// The keys in binary content: as single bytes, and as wide string literals (UTF-16, UTF-32).
[[nodiscard]] QList<FoundKey> inBytes(const QByteArray &bytes);

} // namespace Lint::KeySearch
