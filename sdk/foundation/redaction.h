// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * @p text, which came from outside, made fit for a log: keys and whatever could be a token are replaced, so
 * are the queries of addresses and control characters, and it is cut after @p maximumLength characters.
 */
[[nodiscard]] QString redacted(const QString &text, qsizetype maximumLength = 300);

} // namespace SmartCaptcha::Internal
