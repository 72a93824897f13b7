// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostname.h"

#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

namespace {

struct Authority {
    QString name;
    int port = -1;
};

Authority authorityOf(const QString &text)
{
    QString trimmed = text.trimmed();
    if (!trimmed.contains(QLatin1String("://")))
        trimmed.prepend(QLatin1String("https://"));
    // QUrl converts to lower case and writes international names in one way.
    const QUrl url(trimmed);
    if (!url.isValid() || !url.userInfo().isEmpty())
        return {};
    Authority authority{url.host(QUrl::FullyEncoded), url.port()};
    if (authority.name.endsWith(QLatin1Char('.')))
        authority.name.chop(1);
    return authority;
}

} // namespace

bool isSameHost(const QString &host, const QString &allowed)
{
    const Authority a = authorityOf(host);
    const Authority b = authorityOf(allowed);
    if (a.name.isEmpty() || a.name != b.name)
        return false;
    return a.port == -1 || b.port == -1 || a.port == b.port;
}

} // namespace SmartCaptcha::Internal
