// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

namespace SmartCaptcha::Internal {

/// @p length of @p letters, from the system's random numbers: nobody can guess what comes next.
[[nodiscard]] QByteArray randomText(qsizetype length, const QByteArray &letters);

/// 32 hexadecimal digits, which hold 128 random bits.
[[nodiscard]] QByteArray randomName();

} // namespace SmartCaptcha::Internal
