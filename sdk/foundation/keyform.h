// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// What the keys of a captcha look like (the service's documentation, "Keys").
namespace SmartCaptcha::Internal::KeyForm {

/// What the public half of a pair begins with.
inline constexpr QLatin1String clientPrefix("ysc1_");

/// What the secret half begins with.
inline constexpr QLatin1String serverPrefix("ysc2_");

/// How many characters behind the prefix are the same in both halves.
inline constexpr qsizetype pairLength = 20;

/// False when @p key has a character in it that no key has: white space, quotes, what is not ASCII, and what
/// is left of a settings file read the wrong way (`NAME=...;`, `${NAME}`).
[[nodiscard]] bool isPossible(const QString &key);

/// @p key for a log: what it begins with, where that is known, and never more.
[[nodiscard]] QString masked(const QString &key);

} // namespace SmartCaptcha::Internal::KeyForm
