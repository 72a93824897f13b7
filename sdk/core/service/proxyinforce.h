// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkproxy.h>

namespace SmartCaptcha::Internal {

/**
 * The proxy through which an address is reached, with its user name and password if it has them.
 *
 * It is the application's, if that has set one or a factory (QNetworkProxy::setApplicationProxy() and the
 * like). Otherwise it is the one in the environment, read as curl does, and if there is none, the system's,
 * as Qt reports it. A loopback address has no proxy. Thread-safe.
 */
struct ProxyInForce {
    /// QNetworkProxy::NoProxy if there is none; a proxy that leads nowhere if it was not understood.
    QNetworkProxy proxy{QNetworkProxy::NoProxy};

    /// Empty, or what could not be understood, in English and without user names and passwords. In that case
    /// nothing may be sent, because it would not take the way that was asked for.
    QString problem;

    /// The proxy for @p url, which is `http` or `https`. Determined again at each call.
    [[nodiscard]] static ProxyInForce forUrl(const QUrl &url);
};

} // namespace SmartCaptcha::Internal
