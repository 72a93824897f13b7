// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// What the keys of a captcha look like (the service's documentation, "Keys").
namespace SmartCaptcha::Internal::KeyForm {

/// The prefix of the public half of a pair.
inline constexpr QLatin1String clientPrefix("ysc1_");

/// The prefix of the secret half.
inline constexpr QLatin1String serverPrefix("ysc2_");

/// How many characters after the prefix are the same in both halves.
inline constexpr qsizetype pairLength = 20;

/// False if @p key contains a character that no key has: white space, quotes, anything that is not ASCII, and
/// what is left of a settings file that was read the wrong way (`NAME=...;`, `${NAME}`); and for the
/// placeholder of an example, `ysc1_...`.
[[nodiscard]] bool isPossible(const QString &key);

/// @p key for a log: its prefix if that is known, and never more.
[[nodiscard]] QString masked(const QString &key);

} // namespace SmartCaptcha::Internal::KeyForm
