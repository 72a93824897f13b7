// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qnetworkproxy.h>

namespace SmartCaptcha::Internal {

/**
 * Gives the verifier's own network access manager the proxy of ProxyInForce. Settings of the process are not
 * changed.
 *
 * A connection opened early uses the same proxy as the request that follows, so that the request can use the
 * connection.
 */
class ProxyChoice : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace SmartCaptcha::Internal
