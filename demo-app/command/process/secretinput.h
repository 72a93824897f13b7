// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

/// Standard input, for secrets.
namespace SecretInput {

/**
 * One line from the terminal, typed without echo after @p prompt on standard error; or all of standard input
 * when it is not a terminal. Reads up to @p limit + 1 bytes, so that the caller can detect input that is too
 * long.
 */
[[nodiscard]] QByteArray read(const QString &prompt, qint64 limit);

} // namespace SecretInput
