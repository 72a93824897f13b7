// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <optional>

namespace SmartCaptcha::Internal {

/// What `/validate` answered with status 200, as far as it is what the service documents.
struct Answer {
    bool ok = false;
    QString message;
    /// The site, null without the field.
    QString host;
};

/// The longest answer that is read, in bytes; real ones have about a hundred.
constexpr qsizetype maximumAnswerSize = 64 * 1024;

/**
 * Reads a JSON object whose `status` is the string `ok` or `failed`; nothing when @p body is anything else.
 * Unknown fields are ignored, and so is a `message` that is no string. A `host` that is no string makes an
 * `ok` unusable, because the site could not be checked; `failed` stays `failed`, whatever is beside it.
 */
[[nodiscard]] std::optional<Answer> parseAnswer(const QByteArray &body);

} // namespace SmartCaptcha::Internal
