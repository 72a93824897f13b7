// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "proxychoice.h"

#include "core/service/proxyinforce.h"

#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    QUrl url = query.url();
    // Nobody has set a proxy for such a scheme.
    if (url.scheme().startsWith(earlyScheme))
        url.setScheme(url.scheme().mid(earlyScheme.size()));
    return {ProxyInForce::forUrl(url).proxy};
}

} // namespace SmartCaptcha::Internal
