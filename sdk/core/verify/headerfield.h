// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

namespace SmartCaptcha::Internal {

/// Whether an application may add this header to a request: the name must be a token (RFC 9110), the value
/// must not contain control characters other than tabs, and the header must not be one that says where the
/// body ends or which host is asked, or that the verifier sets itself.
[[nodiscard]] bool isAllowedHeader(const QByteArray &name, const QByteArray &value);

} // namespace SmartCaptcha::Internal
