// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qnetworkreply.h>

/**
 * Which errors mean that an address could not be reached at all, so that the service's next one is tried: no
 * such host, nothing listening, no route, or a proxy that cannot connect. The page and the verifier share
 * this definition.
 *
 * Errors that come from whatever is at the address are not among them: a failed handshake, a certificate, a
 * connection that broke.
 */
namespace SmartCaptcha::Internal::Unreachable {

/// For Qt Network. Some of these errors can also occur later, so check as well that nothing of the request
/// was sent.
[[nodiscard]] bool isSaidByQt(QNetworkReply::NetworkError error);

/// For Chromium's error codes (net/base/net_error_list.h).
[[nodiscard]] bool isSaidByChromium(int error);

} // namespace SmartCaptcha::Internal::Unreachable
