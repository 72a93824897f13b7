// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkproxy.h>

namespace SmartCaptcha::Internal {

/**
 * The proxy by which an address is reached, with its name and password where it has them.
 *
 * It is the application's, when that has one or a factory (QNetworkProxy::setApplicationProxy() and the
 * like). Otherwise it is the environment's, read as curl does, and where that is silent the system's, as Qt
 * knows it. A loopback address has none. Thread-safe.
 */
struct ProxyInForce {
    /// QNetworkProxy::NoProxy without one. One that leads nowhere when it was not understood.
    QNetworkProxy proxy{QNetworkProxy::NoProxy};

    /// Empty, or what could not be understood, in English, without names and passwords: nothing may go out
    /// then, because it would go out by another way than was asked for.
    QString problem;

    /// The one for @p url, which is `http` or `https`. Asked anew each time.
    [[nodiscard]] static ProxyInForce forUrl(const QUrl &url);
};

} // namespace SmartCaptcha::Internal
