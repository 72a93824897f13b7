// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "delayingrelay.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qtcpsocket.h>

#include <memory>

namespace {

qint64 now()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace

DelayingRelay::DelayingRelay(quint16 targetPort, int delay, Kind kind, QObject *parent)
    : QTcpServer(parent)
    , m_targetPort(targetPort)
    , m_delay(delay)
    , m_kind(kind)
{
}

void DelayingRelay::incomingConnection(qintptr descriptor)
{
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *server = new QTcpSocket(client);
    server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
    if (m_kind == Kind::Proxy) {
        answerConnect(client, server);
    } else {
        passOn(client, server, now() + 2 * m_delay);
        passOn(server, client, 0);
    }
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

void DelayingRelay::answerConnect(QTcpSocket *client, QTcpSocket *server)
{
    const auto established = std::make_shared<QMetaObject::Connection>();
    *established = connect(client, &QTcpSocket::readyRead, server, [this, client, server, established] {
        if (!client->peek(4096).endsWith("\r\n\r\n"))
            return;
        client->readAll();
        disconnect(*established);
        // A round trip for the connection to the proxy, and one for this question.
        QTimer::singleShot(4 * m_delay, Qt::PreciseTimer, server, [this, client, server] {
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            passOn(client, server, 0);
            passOn(server, client, 0);
        });
    });
}

void DelayingRelay::passOn(QTcpSocket *from, QTcpSocket *to, qint64 notBefore)
{
    const auto later = [delay = m_delay, to, notBefore](const auto &action) {
        const qint64 wait = qMax(qint64(0), notBefore - now()) + delay;
        QTimer::singleShot(static_cast<int>(wait), Qt::PreciseTimer, to, action);
    };
    connect(from, &QTcpSocket::readyRead, to, [from, to, later] {
        const QByteArray bytes = from->readAll();
        later([to, bytes] { to->write(bytes); });
    });
    connect(from, &QTcpSocket::disconnected, to, [to, later] { later([to] { to->disconnectFromHost(); }); });
}
