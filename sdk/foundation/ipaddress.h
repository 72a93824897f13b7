// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// True when @p text is an IPv4 or IPv6 address and nothing else, in the form that the service takes.
/// QHostAddress also reads what people write: shorter, with white space around it, or with a network
/// interface behind it.
[[nodiscard]] bool isIpAddress(const QString &text);

} // namespace SmartCaptcha::Internal
