// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qurl.h>

/// Which addresses tokens and keys may be sent to.
namespace SmartCaptcha::Internal::SecureUrl {

/// True for a host that is always this computer: `localhost` and loopback addresses.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// True for `https` with a host, and for `http` with a loopback host, without user information.
[[nodiscard]] bool isUsable(const QUrl &url);

/// `scheme://host[:port]` of @p url, with the port only if it is not the scheme's default.
[[nodiscard]] QString origin(const QUrl &url);

} // namespace SmartCaptcha::Internal::SecureUrl
