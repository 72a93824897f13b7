// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "proxychoice.h"

#include "core/service/proxyinforce.h"

#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    // connectToHostEncrypted() asks for "preconnect-https", for which nobody has set a proxy.
    constexpr QLatin1String early("preconnect-");
    QUrl url = query.url();
    if (url.scheme().startsWith(early))
        url.setScheme(url.scheme().mid(early.size()));
    return {ProxyInForce::forUrl(url).proxy};
}

} // namespace SmartCaptcha::Internal
