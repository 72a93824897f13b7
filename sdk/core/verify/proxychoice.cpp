// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "proxychoice.h"

#include "core/service/secureurl.h"

#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    if (SecureUrl::isLoopback(query.url()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};

    // connectToHostEncrypted() asks for "preconnect-https", for which nobody has set a proxy.
    constexpr QLatin1String early("preconnect-");
    QNetworkProxyQuery asked = query;
    QUrl url = query.url();
    if (url.scheme().startsWith(early)) {
        url.setScheme(url.scheme().mid(early.size()));
        asked.setUrl(url);
    }
    return QNetworkProxyFactory::proxyForQuery(asked);
}

} // namespace SmartCaptcha::Internal
