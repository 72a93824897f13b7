// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "httpserver.h"

#include "httpconnection.h"

#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslserver.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

#include <algorithm>
#include <utility>

namespace SmartCaptcha::Internal {

HttpServer::HttpServer(Handler handler)
    : HttpServer(std::move(handler), Limits())
{
}

HttpServer::HttpServer(Handler handler, const Limits &limits)
    : m_handler(std::move(handler))
    , m_limits(limits)
{
}

HttpServer::~HttpServer()
{
    close();
}

bool HttpServer::listen(quint16 port)
{
    return listen(port, std::nullopt);
}

bool HttpServer::listen(quint16 port, const std::optional<QSslConfiguration> &tls)
{
    close();
    std::unique_ptr<QTcpServer> server;
    if (tls) {
        auto secure = std::make_unique<QSslServer>();
        secure->setSslConfiguration(*tls);
        server = std::move(secure);
    } else {
        server = std::make_unique<QTcpServer>();
    }
    if (!server->listen(QHostAddress::LocalHost, port)) {
        m_errorString = server->errorString();
        return false;
    }
    m_errorString.clear();
    m_accepted = 0;
    m_server = std::move(server);
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(),
                     [this] { accept(); });
    return true;
}

void HttpServer::close()
{
    const QList<QPointer<HttpConnection>> connections = std::exchange(m_connections, {});
    for (const QPointer<HttpConnection> &connection : connections) {
        if (connection)
            connection->abort();
    }
    // One of its slots may be running.
    if (QTcpServer *const server = m_server.release()) {
        server->close();
        server->disconnect(server);
        server->deleteLater();
    }
}

void HttpServer::finish()
{
    const QList<QPointer<HttpConnection>> connections = std::exchange(m_connections, {});
    for (const QPointer<HttpConnection> &connection : connections) {
        if (connection)
            connection->finish();
    }
    close();
}

bool HttpServer::isListening() const
{
    return m_server != nullptr;
}

quint16 HttpServer::port() const
{
    return m_server ? m_server->serverPort() : 0;
}

QString HttpServer::errorString() const
{
    return m_errorString;
}

void HttpServer::accept()
{
    while (m_server && m_server->hasPendingConnections())
        serve(m_server->nextPendingConnection());
}

void HttpServer::serve(QTcpSocket *socket)
{
    m_connections.removeIf([](const QPointer<HttpConnection> &entry) { return entry.isNull(); });
    if (m_connections.size() >= m_limits.connections && !makeRoom()) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_accepted;
    auto *const connection = new HttpConnection(socket, m_handler, m_limits.request);
    m_connections << connection;
    connection->start();
}

// Drops the oldest connection that has had no good request: whoever only holds connections must not keep
// others out.
bool HttpServer::makeRoom()
{
    const auto stranger = std::find_if(m_connections.cbegin(), m_connections.cend(),
                                       [](const auto &connection) { return !connection->isKnown(); });
    if (stranger == m_connections.cend())
        return false;
    const QPointer<HttpConnection> dropped = m_connections.takeAt(stranger - m_connections.cbegin());
    dropped->abort();
    return true;
}

} // namespace SmartCaptcha::Internal
