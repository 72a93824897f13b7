// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <optional>

namespace SmartCaptcha::Internal {

/// An answer of `/validate` with status 200 that has the documented form.
struct Answer {
    bool ok = false;
    QString message;
    /// The site; null if the answer has no such field.
    QString host;
};

/// The longest answer that is read, in bytes; real ones have about a hundred.
constexpr qsizetype maximumAnswerSize = 64 * 1024;

/**
 * Reads a JSON object whose `status` is the string `ok` or `failed`; returns nothing if @p body is anything
 * else. Unknown fields are ignored, and so is a `message` that is not a string. A `host` that is neither a
 * string nor null makes an `ok` unusable, because the site could not be checked; `failed` stays `failed`,
 * whatever else is in the object.
 */
[[nodiscard]] std::optional<Answer> parseAnswer(const QByteArray &body);

} // namespace SmartCaptcha::Internal
