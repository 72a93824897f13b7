// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * Makes @p text, which came from outside, fit for a log: keys and whatever could be a token are replaced, and
 * so are the queries of addresses and control characters; the rest is cut after @p maximumLength characters.
 */
[[nodiscard]] QString redacted(const QString &text, qsizetype maximumLength = 300);

} // namespace SmartCaptcha::Internal
