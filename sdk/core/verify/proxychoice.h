// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtNetwork/qnetworkproxy.h>

namespace SmartCaptcha::Internal {

/// How the schemes begin that Qt asks for to open a connection early: connectToHostEncrypted() asks for
/// "preconnect-https".
inline constexpr QLatin1String earlyScheme("preconnect-");

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
