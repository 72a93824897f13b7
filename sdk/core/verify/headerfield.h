// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

namespace SmartCaptcha::Internal {

/// Whether an application may add this header to a request: a token as name (RFC 9110), a value without
/// control characters, and none of the headers that say where the body ends or who is asked.
[[nodiscard]] bool isAllowedHeader(const QByteArray &name, const QByteArray &value);

} // namespace SmartCaptcha::Internal
