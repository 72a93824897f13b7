// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

/// Standard input, for what nobody may look at.
namespace SecretInput {

/**
 * One line from the terminal, typed unseen after @p prompt on standard error; or, when standard input is no
 * terminal, all of it. At most @p limit + 1 bytes, so that more than @p limit can be told.
 */
[[nodiscard]] QByteArray read(const QString &prompt, qint64 limit);

} // namespace SecretInput
