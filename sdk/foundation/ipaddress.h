// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// True if @p text is an IPv4 or IPv6 address and nothing else, in the form that the service accepts.
/// QHostAddress also accepts short forms, white space around the address, and a network interface after it.
[[nodiscard]] bool isIpAddress(const QString &text);

} // namespace SmartCaptcha::Internal
