// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedserver.h"

#include "../testing/headervalue.h"

#include <QtCore/qfile.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslkey.h>
#include <QtNetwork/qsslsocket.h>

#include <algorithm>
#include <memory>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
constexpr int sendingSide = SD_SEND;
#else
#include <sys/socket.h>
constexpr int sendingSide = SHUT_WR;
#endif

QByteArray ScriptedServer::Request::header(const QByteArray &name) const
{
    return headerValue(headers, name);
}

QHash<QString, QString> ScriptedServer::Request::form() const
{
    QHash<QString, QString> fields;
    QByteArray text = body.isEmpty() ? target.mid(target.indexOf('?') + 1) : body;
    text.replace('+', ' ');
    const QList<QByteArray> parts = text.split('&');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        fields.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(part.left(equals))),
                      QString::fromUtf8(QByteArray::fromPercentEncoding(part.mid(equals + 1))));
    }
    return fields;
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QTcpServer(parent)
{
}

void ScriptedServer::start()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback: %s", qPrintable(errorString()));
}

void ScriptedServer::startTls(const QString &certificateFile, const QString &keyFile)
{
    QFile key(keyFile);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile);
    if (chain.isEmpty() || !key.open(QIODevice::ReadOnly))
        qFatal("cannot read %s and %s", qPrintable(certificateFile), qPrintable(keyFile));
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setLocalCertificateChain(chain);
    m_tls->setPrivateKey(QSslKey(&key, QSsl::Ec));
    if (m_asksForCertificate)
        m_tls->setPeerVerifyMode(QSslSocket::QueryPeer);
    start();
}

void ScriptedServer::keepToOldTls()
{
    m_tls->setProtocol(QSsl::AnyProtocol);
    m_tls->setBackendConfigurationOption("MaxProtocol", QByteArrayLiteral("TLSv1.1"));
    m_tls->setBackendConfigurationOption("CipherString", QByteArrayLiteral("ALL:@SECLEVEL=0"));
}

QUrl ScriptedServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(QLatin1String(m_tls ? "https" : "http"))
                    .arg(serverPort())
                    .arg(path));
}

int ScriptedServer::openConnectionCount() const
{
    return static_cast<int>(m_connections.size());
}

void ScriptedServer::closeConnections()
{
    const QList<QTcpSocket *> sockets = m_connections.keys();
    for (QTcpSocket *socket : sockets)
        ::shutdown(socket->socketDescriptor(), sendingSide);
}

int ScriptedServer::countOfToken(const QString &token) const
{
    return static_cast<int>(
        std::count_if(m_requests.cbegin(), m_requests.cend(), [&token](const Request &request) {
            return request.form().value(QStringLiteral("token")) == token;
        }));
}

ScriptedServer::Action ScriptedServer::answer(const QByteArray &body, const QByteArray &status,
                                              const QByteArray &headers)
{
    return [=](QTcpSocket *socket, const Request &) {
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
    };
}

ScriptedServer::Action ScriptedServer::rawThenClose(const QByteArray &bytes)
{
    return [=](QTcpSocket *socket, const Request &) {
        socket->write(bytes);
        socket->disconnectFromHost();
    };
}

ScriptedServer::Action ScriptedServer::rawThenHang(const QByteArray &bytes)
{
    return [=](QTcpSocket *socket, const Request &) { socket->write(bytes); };
}

ScriptedServer::Action ScriptedServer::hang()
{
    return [](QTcpSocket *, const Request &) {};
}

ScriptedServer::Action ScriptedServer::closeAtOnce()
{
    return [](QTcpSocket *socket, const Request &) { socket->disconnectFromHost(); };
}

ScriptedServer::Action ScriptedServer::reset()
{
    return [](QTcpSocket *socket, const Request &) { socket->abort(); };
}

ScriptedServer::Action ScriptedServer::drip(const QByteArray &bytes, int milliseconds)
{
    return [=](QTcpSocket *socket, const Request &) {
        auto *timer = new QTimer(socket);
        const auto position = std::make_shared<qsizetype>(0);
        QObject::connect(timer, &QTimer::timeout, socket, [=] {
            if (*position == bytes.size())
                timer->stop();
            else
                socket->write(bytes.mid((*position)++, 1));
        });
        timer->start(milliseconds);
    };
}

ScriptedServer::Action ScriptedServer::after(int milliseconds, const Action &action)
{
    return [=](QTcpSocket *socket, const Request &request) {
        QTimer::singleShot(milliseconds, socket, [=] { action(socket, request); });
    };
}

quint16 ScriptedServer::refusingPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback: %s", qPrintable(server.errorString()));
    return server.serverPort();
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *tlsSocket = new QSslSocket(this);
        tlsSocket->setSslConfiguration(*m_tls);
        socket = tlsSocket;
    } else {
        socket = new QTcpSocket(this);
    }
    socket->setSocketDescriptor(descriptor);
    m_connections.insert(socket, Connection{{}, ++m_connectionCount, 0});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_connections.remove(socket);
        socket->deleteLater();
    });
    if (auto *tlsSocket = qobject_cast<QSslSocket *>(socket)) {
        connect(tlsSocket, &QSslSocket::encrypted, this, &ScriptedServer::encrypted);
        tlsSocket->startServerEncryption();
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    m_connections[socket].buffer += socket->readAll();
    while (m_connections.contains(socket)) {
        Connection &connection = m_connections[socket];
        std::optional<Request> request = takeRequest(connection.buffer);
        if (!request)
            return;
        request->connection = connection.number;
        request->ordinal = ++connection.requests;
        m_requests.append(*request);
        const Action action = m_queue.isEmpty() ? m_action : m_queue.takeFirst();
        action(socket, *request);
        Q_EMIT requestReceived();
    }
}

std::optional<ScriptedServer::Request> ScriptedServer::takeRequest(QByteArray &buffer)
{
    const qsizetype endOfHead = buffer.indexOf("\r\n\r\n");
    if (endOfHead < 0)
        return {};
    Request request;
    QByteArrayList lines;
    for (const QByteArray &line : buffer.left(endOfHead).split('\n'))
        lines.append(line.trimmed());
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    request.version = first.value(2);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    const qsizetype end = endOfHead + 4 + length;
    if (buffer.size() < end)
        return {};
    request.body = buffer.mid(endOfHead + 4, length);
    buffer.remove(0, end);
    return request;
}
