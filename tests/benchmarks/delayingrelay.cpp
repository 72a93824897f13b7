// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "delayingrelay.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qtcpsocket.h>

namespace {

qint64 now()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace

DelayingRelay::DelayingRelay(quint16 targetPort, int delay, QObject *parent)
    : QTcpServer(parent)
    , m_targetPort(targetPort)
    , m_delay(delay)
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
    passOn(client, server, now() + 2 * m_delay);
    passOn(server, client, 0);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
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
