// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

namespace SmartCaptcha::Internal {

/// @p length characters, each any of @p letters.
[[nodiscard]] QByteArray randomText(qsizetype length, const QByteArray &letters);

} // namespace SmartCaptcha::Internal
