// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "httpserver.h"

#include <QtCore/qhash.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtHttpServer/qabstracthttpserver.h>
#include <QtHttpServer/qhttpserverrequest.h>
#include <QtHttpServer/qhttpserverresponder.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslserver.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

#include <utility>

namespace SmartCaptcha::Internal {

/// The sockets that a server has handed to Qt HTTP Server.
struct AcceptedConnections {
    QList<QPointer<QTcpSocket>> sockets;
    int accepted = 0;

    void add(QTcpSocket *socket)
    {
        // Nagle's algorithm would delay small pieces, such as those of slow answers.
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        sockets.removeIf([](const QPointer<QTcpSocket> &entry) { return entry.isNull(); });
        sockets.append(socket);
        ++accepted;
    }
};

namespace {

constexpr int dripInterval = 250;

template <typename Base>
class WatchedServer : public Base {
public:
    explicit WatchedServer(AcceptedConnections *connections)
        : m_connections(connections)
    {
    }

    QTcpSocket *nextPendingConnection() override
    {
        QTcpSocket *socket = Base::nextPendingConnection();
        if (socket)
            m_connections->add(socket);
        return socket;
    }

private:
    AcceptedConnections *m_connections;
};

HeaderFields headersOf(const QHttpServerRequest &request)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    return request.headers();
#else
    HeaderFields fields;
    for (const auto &[name, value] : request.headers().toListOfPairs())
        fields.append({name, value});
    return fields;
#endif
}

HttpRequest converted(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    HttpRequest result;
    const QMetaEnum methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    result.method = QByteArray(methods.valueToKey(int(request.method()))).toUpper();
    result.path = url.path();
    result.query = url.query(QUrl::FullyEncoded).toLatin1();
    result.headers = headersOf(request);
    result.body = request.body();
    result.peer = request.remoteAddress();
    return result;
}

HeaderFields allHeaders(const HttpAnswer &answer)
{
    HeaderFields fields = answer.headers;
    if (!answer.contentType.isEmpty())
        fields.append({"Content-Type", answer.contentType});
    return fields;
}

// 204 has neither a body nor a length; a HEAD request gets the length of the body, but not the body.
QByteArray head(const HttpAnswer &answer)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " \r\n";
    for (const auto &[name, value] : allHeaders(answer))
        text += name + ": " + value + "\r\n";
    if (answer.status != 204)
        text += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return text + "\r\n";
}

void drip(QTcpSocket *socket, const QByteArray &body)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [timer, socket, body, next = qsizetype(0)]() mutable {
        socket->write(body.mid(next++, 1));
        if (next >= body.size())
            timer->deleteLater();
    });
    timer->start(dripInterval);
}

} // namespace

class RequestReceiver : public QAbstractHttpServer {
public:
    explicit RequestReceiver(const HttpServer::Handler &handler)
        : m_handler(handler)
    {
    }

    ~RequestReceiver() override
    {
        const QList<QPointer<QTcpSocket>> sockets = std::exchange(m_connections.sockets, {});
        for (const QPointer<QTcpSocket> &socket : sockets) {
            if (socket)
                socket->abort();
        }
        m_waiting.clear();
    }

    bool listen(quint16 port, const std::optional<QSslConfiguration> &tls)
    {
        std::unique_ptr<QTcpServer> server;
        if (tls) {
            auto sslServer = std::make_unique<WatchedServer<QSslServer>>(&m_connections);
            sslServer->setSslConfiguration(*tls);
            server = std::move(sslServer);
        } else {
            server = std::make_unique<WatchedServer<QTcpServer>>(&m_connections);
        }
        if (!server->listen(QHostAddress::LocalHost, port)) {
            m_errorString = server->errorString();
            return false;
        }
        m_server = server.release();
        m_server->setParent(this);
        bind(m_server);
        return true;
    }

    [[nodiscard]] quint16 port() const { return m_server ? m_server->serverPort() : 0; }
    [[nodiscard]] QString errorString() const { return m_errorString; }
    [[nodiscard]] int accepted() const { return m_connections.accepted; }

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        answer(request, makeResponder(request, socket), socket);
        return true;
    }

    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override
    {
    }
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override
    {
        answer(request, std::move(responder), socketOf(request.remotePort()));
        return true;
    }

    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override
    {
    }
#endif

private:
    QTcpSocket *socketOf(quint16 peerPort) const
    {
        for (const QPointer<QTcpSocket> &socket : m_connections.sockets) {
            if (socket && socket->peerPort() == peerPort)
                return socket;
        }
        return nullptr;
    }

    void answer(const QHttpServerRequest &request, QHttpServerResponder &&responder, QTcpSocket *socket)
    {
        const HttpRequest converted = Internal::converted(request);
        const HttpAnswer answer = m_handler(converted);
        if (!socket)
            return;
        const QByteArray body = converted.method == "HEAD" ? QByteArray() : answer.body;
        if (answer.delivery == HttpAnswer::Delivery::Whole && answer.delay.count() == 0) {
            socket->write(head(answer) + body);
            return;
        }
        // The responder is kept until the answer has been sent or the connection has ended: newer versions of
        // Qt take its destruction for the end of the request.
        m_waiting.insert(socket, std::make_shared<QHttpServerResponder>(std::move(responder)));
        QObject::connect(
            socket, &QTcpSocket::disconnected, this, [this, socket] { m_waiting.remove(socket); },
            Qt::QueuedConnection);
        QTimer::singleShot(answer.delay, Qt::PreciseTimer, socket,
                           [this, socket, answer, body] { deliver(socket, answer, body); });
    }

    void deliver(QTcpSocket *socket, const HttpAnswer &answer, const QByteArray &body)
    {
        if (!m_waiting.contains(socket) || socket->state() != QAbstractSocket::ConnectedState)
            return;
        switch (answer.delivery) {
        case HttpAnswer::Delivery::Whole:
            socket->write(head(answer) + body);
            m_waiting.remove(socket);
            break;
        case HttpAnswer::Delivery::Never:
            break;
        case HttpAnswer::Delivery::Closed:
            socket->abort();
            break;
        case HttpAnswer::Delivery::CutOff:
            socket->write(head(answer) + body.left(body.size() / 2));
            socket->disconnectFromHost();
            break;
        case HttpAnswer::Delivery::Drip:
            socket->write(head(answer));
            drip(socket, body);
            break;
        }
    }

    HttpServer::Handler m_handler;
    AcceptedConnections m_connections;
    QHash<QTcpSocket *, std::shared_ptr<QHttpServerResponder>> m_waiting;
    QPointer<QTcpServer> m_server;
    QString m_errorString;
};

HttpServer::HttpServer(Handler handler)
    : m_handler(std::move(handler))
{
}

HttpServer::~HttpServer() = default;

bool HttpServer::listen(quint16 port, const std::optional<QSslConfiguration> &tls)
{
    auto receiver = std::make_unique<RequestReceiver>(m_handler);
    if (!receiver->listen(port, tls)) {
        m_errorString = receiver->errorString();
        return false;
    }
    m_receiver = std::move(receiver);
    m_errorString.clear();
    return true;
}

void HttpServer::close()
{
    m_receiver.reset();
}

bool HttpServer::isListening() const
{
    return m_receiver != nullptr;
}

quint16 HttpServer::port() const
{
    return m_receiver ? m_receiver->port() : 0;
}

QString HttpServer::errorString() const
{
    return m_errorString;
}

int HttpServer::connectionCount() const
{
    return m_receiver ? m_receiver->accepted() : 0;
}

} // namespace SmartCaptcha::Internal
