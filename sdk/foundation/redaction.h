// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * Makes @p text, which came from outside, fit for a log: keys, tokens and whatever could be one are replaced,
 * and so are the queries of addresses; characters that control a terminal, the direction of text or lines
 * become spaces; the rest is cut after @p maximumLength characters.
 */
[[nodiscard]] QString redacted(const QString &text, qsizetype maximumLength = 300);

/// Has redacted() replace @p token from now on, however it looks. Only the last few are remembered.
/// Thread-safe.
void rememberToken(const QString &token);

} // namespace SmartCaptcha::Internal
