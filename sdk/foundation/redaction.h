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

enum class TokenUse {
    Taken,
    Ignored, ///< Nobody has asked for it.
};

/// Has redacted() replace @p token from now on, however it looks; one of fewer than four characters only
/// where it is a word of its own. Only the last sixteen of each use are remembered. Thread-safe.
void rememberToken(const QString &token, TokenUse use = TokenUse::Taken);

} // namespace SmartCaptcha::Internal
