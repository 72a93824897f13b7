// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "ownmanager.h"

#include "core/clock/clock.h"
#include "proxychoice.h"

namespace SmartCaptcha::Internal {

namespace {

/// For how long, in milliseconds, a connection may take to open. A packet that is lost is sent anew three
/// times by then.
constexpr qint64 patience = 15000;

QString placeOf(const QUrl &url)
{
    return url.host() + QLatin1Char(':') + QString::number(url.port(443));
}

} // namespace

OwnManager::OwnManager()
{
    setProxyFactory(new ProxyChoice);
    // For the replies of connections that are opened early, which nobody else deletes.
    setAutoDeleteReplies(true);
    connect(this, &QNetworkAccessManager::finished, this,
            [this](const QNetworkReply *reply) { noteEnd(*reply); });
}

void OwnManager::connectEarly(const QUrl &url, const QSslConfiguration &configuration)
{
    // Qt would open a second connection, although there is nothing for it to do.
    const QString place = placeOf(url);
    if (m_place == place && m_early == Early::Begun && !takesTooLong())
        return;
    m_place = place;
    m_early = Early::Begun;
    m_begunAt = Clock::now();
    m_mayBeHttp2 = configuration.allowedNextProtocols().contains(QSslConfiguration::ALPNProtocolHTTP2);
    connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)), configuration);
}

bool OwnManager::hasFailed() const
{
    // Where an HTTP/2 connection is open already, Qt tells of no end.
    return m_early == Early::Failed || (m_early == Early::Begun && !m_mayBeHttp2 && takesTooLong());
}

bool OwnManager::takesTooLong() const
{
    return Clock::now() - m_begunAt >= patience;
}

/// Qt makes a request of a connection that is opened early. It ends when the connection is open or has
/// failed.
void OwnManager::noteEnd(const QNetworkReply &reply)
{
    if (reply.url().scheme().startsWith(earlyScheme) && placeOf(reply.url()) == m_place)
        m_early = reply.error() == QNetworkReply::NoError ? Early::Open : Early::Failed;
}

} // namespace SmartCaptcha::Internal
