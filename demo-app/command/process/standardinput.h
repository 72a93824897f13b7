// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

/// Standard input, for what is no secret that a person types.
namespace StandardInput {

/// All of it, but at most @p limit bytes; empty if it cannot be read.
[[nodiscard]] QByteArray read(qint64 limit);

} // namespace StandardInput
