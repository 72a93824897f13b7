// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qnetworkreply.h>

/**
 * Which errors say that an address could not be reached at all, so that the service's next one is tried: no
 * such host, nobody there, no way there, or a proxy that does not get there. One meaning for the page and the
 * verifier.
 *
 * Not among them is what somebody at the address has brought about: a failed handshake, a certificate, a
 * connection that broke.
 */
namespace SmartCaptcha::Internal::Unreachable {

/// In Qt Network, where some of them can also come later: nothing of the request may have left.
[[nodiscard]] bool isSaidByQt(QNetworkReply::NetworkError error);

/// In Chromium, with its numbers (net/base/net_error_list.h).
[[nodiscard]] bool isSaidByChromium(int error);

} // namespace SmartCaptcha::Internal::Unreachable
