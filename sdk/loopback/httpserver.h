// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "httpmessage.h"
#include "requestparser.h"

#include <QtCore/qglobal.h>
#include <QtCore/qpointer.h>
#include <QtCore/qstring.h>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

class HttpConnection;

/// Answers one request: at once or at any later time, as long polls do. Copies answer the same request. GUI
/// thread or whichever thread the server lives in.
class HttpReply {
public:
    HttpReply() = default;

    /// True while the client waits for the answer.
    [[nodiscard]] bool isWaiting() const;

    /// Sends @p answer. Does nothing if there has been one, or if the client has gone.
    void send(const HttpAnswer &answer) const;

    /// Has @p handler called, from the event loop, if the client goes before it has an answer.
    void whenGone(std::function<void()> handler) const;

private:
    friend class HttpConnection;
    HttpReply(HttpConnection *connection, quint64 request);

    QPointer<HttpConnection> m_connection;
    quint64 m_request = 0;
};

/**
 * A small HTTP server on the loopback address 127.0.0.1, for programs of this computer alone.
 *
 * It is bounded in everything: connections, sizes, and how long a client may take.
 */
class HttpServer {
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    struct Limits {
        RequestParser::Limits request;
        int connections = 256; ///< At a time.
    };

    /// Called for every request, in the server's thread. It may close or delete the server.
    using Handler = std::function<void(const HttpRequest &, const HttpReply &)>;

    explicit HttpServer(Handler handler);
    HttpServer(Handler handler, const Limits &limits);
    ~HttpServer();

    /// Starts to listen, at a port that the system chooses if @p port is 0; serves HTTPS if there is a
    /// configuration. On failure errorString() says why.
    bool listen(quint16 port);
    bool listen(quint16 port, const std::optional<QSslConfiguration> &tls);

    /// Serves the client of @p socket, which is connected, and owns it. So it does for every connection that
    /// it accepts, but it need not listen for this.
    void serve(QTcpSocket *socket);

    /// Closes every connection at once.
    void close();

    /// As close(), but what was answered still reaches its clients.
    void finish();

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString errorString() const;

    /// The number of connections accepted since listen(); with HTTPS, those whose handshake succeeded.
    [[nodiscard]] int connectionCount() const { return m_accepted; }

private:
    void accept();
    [[nodiscard]] bool makeRoom();

    const Handler m_handler;
    const Limits m_limits;
    std::unique_ptr<QTcpServer> m_server;
    QList<QPointer<HttpConnection>> m_connections;
    int m_accepted = 0;
    QString m_errorString;
};

} // namespace SmartCaptcha::Internal
