// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "proxyinforce.h"

#include "foundation/secureurl.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qstringlist.h>
#include <QtNetwork/qhostaddress.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace SmartCaptcha::Internal {

namespace {

/// curl's default, for every type of proxy.
constexpr quint16 usualPort = 1080;

/// The name and the value of the first of these variables that is not empty.
std::pair<const char *, QString> firstOf(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString value = qEnvironmentVariable(name).trimmed();
        if (!value.isEmpty())
            return {name, value};
    }
    return {};
}

/// @p host as it is written in URLs, in lower case and without a final dot; empty if it is not a host.
QString canonical(QStringView host)
{
    QUrl url;
    url.setHost(host.toString());
    QString name = url.host(QUrl::FullyEncoded);
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name;
}

bool isAddress(QStringView text)
{
    return text.contains(QLatin1Char(':')) || text.count(QLatin1Char('.')) == 3;
}

/// Whether @p entry of `no_proxy` covers @p host: a name with its subdomains, an address or a network.
bool excepts(QString entry, const QString &host, int port)
{
    static const QRegularExpression withPort(
        QStringLiteral(R"(^(?:\[([^\]]*)\]|([^:\[\]]*))(?::([0-9]+))?$)"));
    const QRegularExpressionMatch match = withPort.match(entry);
    if (match.hasMatch()) {
        if (!match.captured(3).isEmpty() && match.captured(3).toInt() != port)
            return false;
        entry = match.captured(1) + match.captured(2);
    }
    if (entry == QLatin1String("*"))
        return true;
    if (isAddress(entry) || entry.contains(QLatin1Char('/'))) {
        const QHostAddress address(host);
        const auto network = QHostAddress::parseSubnet(entry);
        if (!address.isNull() && !network.first.isNull())
            return address.isInSubnet(network);
    }
    if (entry.startsWith(QLatin1Char('*')))
        entry.remove(0, 1);
    if (entry.startsWith(QLatin1Char('.')))
        entry.remove(0, 1);
    const QString name = canonical(entry);
    return !name.isEmpty() && (host == name || host.endsWith(QLatin1Char('.') + name));
}

bool isExcepted(const QUrl &url)
{
    static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
    const QStringList entries =
        firstOf({"no_proxy", "NO_PROXY"}).second.split(separators, Qt::SkipEmptyParts);
    const QString host = canonical(url.host());
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return std::any_of(entries.cbegin(), entries.cend(),
                       [&](const QString &entry) { return excepts(entry, host, port); });
}

/// The first of these proxies that can tunnel any kind of request.
ProxyInForce firstUsable(const QList<QNetworkProxy> &proxies)
{
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability))
            return {proxy, {}};
    }
    return {};
}

ProxyInForce notUnderstood(const char *variable, const QString &why)
{
    // Requests through it fail, and do not go out directly.
    return {QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.invalid"), usualPort),
            QStringLiteral("the proxy in %1 is not understood: %2").arg(QLatin1String(variable), why)};
}

/// `[scheme://][user[:password]@]host[:port][/]`
ProxyInForce read(const char *variable, const QString &value)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^/]*)@)?(\[[^\]/]*\]|[^:/@]*)(?::([^/@]*))?(?:/.*)?$)"));
    const QRegularExpressionMatch match = form.match(value);
    if (!match.hasMatch())
        return notUnderstood(variable, QStringLiteral("it is not an address"));

    const QString scheme = match.captured(1).isEmpty() ? QStringLiteral("http") : match.captured(1).toLower();
    QNetworkProxy proxy;
    if (scheme == QLatin1String("http")) {
        proxy.setType(QNetworkProxy::HttpProxy);
    } else if (scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h")) {
        proxy.setType(QNetworkProxy::Socks5Proxy);
        // Without the h, host names are looked up on this computer.
        if (scheme == QLatin1String("socks5"))
            proxy.setCapabilities(proxy.capabilities() & ~QNetworkProxy::HostNameLookupCapability);
    } else {
        return notUnderstood(
            variable,
            QStringLiteral("%1:// is not supported, http://, socks5:// and socks5h:// are").arg(scheme));
    }

    const QString host = canonical(match.captured(3));
    if (host.isEmpty())
        return notUnderstood(variable, QStringLiteral("its host is missing or wrong"));
    proxy.setHostName(host);

    const QString port = match.captured(4);
    bool isNumber = true;
    const uint number = port.isEmpty() ? usualPort : port.toUInt(&isNumber);
    if (!isNumber || number == 0 || number > 65535)
        return notUnderstood(variable, QStringLiteral("its port is not a number from 1 to 65535"));
    proxy.setPort(static_cast<quint16>(number));

    const QString credentials = match.captured(2);
    const auto decoded = [](const QString &text) { return QUrl::fromPercentEncoding(text.toUtf8()); };
    proxy.setUser(decoded(credentials.section(QLatin1Char(':'), 0, 0)));
    proxy.setPassword(decoded(credentials.section(QLatin1Char(':'), 1)));
    return {proxy, {}};
}

} // namespace

ProxyInForce ProxyInForce::forUrl(const QUrl &url)
{
    if (SecureUrl::isLoopback(url))
        return {};
    const QNetworkProxyQuery query(url);
    if (QNetworkProxyFactory::usesSystemConfiguration()) {
        if (isExcepted(url))
            return {};
        // HTTP_PROXY is ignored, because in a CGI program it is a header of the request. For https,
        // http_proxy is used as well if nothing else is set, as Qt has always done.
        const auto [variable, value] = url.scheme() == QLatin1String("https")
            ? firstOf({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy"})
            : firstOf({"http_proxy", "all_proxy", "ALL_PROXY"});
        if (variable)
            return read(variable, value);
        return firstUsable(QNetworkProxyFactory::systemProxyForQuery(query));
    }
    return firstUsable(QNetworkProxyFactory::proxyForQuery(query));
}

} // namespace SmartCaptcha::Internal
