// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "secureurl.h"

#include <QtNetwork/qhostaddress.h>

namespace SmartCaptcha::Internal::SecureUrl {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    // Not subdomains of localhost: not every resolver maps them to this computer.
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isUsable(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && isLoopback(url));
}

QString origin(const QUrl &url)
{
    const int ownPort = url.scheme() == QLatin1String("https") ? 443 : 80;
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    if (url.port(ownPort) != ownPort)
        bare.setPort(url.port());
    return bare.toString(QUrl::FullyEncoded);
}

} // namespace SmartCaptcha::Internal::SecureUrl
