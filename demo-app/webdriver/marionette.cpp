// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "marionette.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qnetworkproxy.h>

Marionette::Marionette(quint16 port)
    : m_port(port)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
}

bool Marionette::isReady()
{
    if (m_socket.state() == QAbstractSocket::UnconnectedState)
        m_socket.connectToHost(QHostAddress::LocalHost, m_port);
    // It speaks first, and then listens.
    return !takeMessage().isEmpty();
}

DriverTransport::Answer Marionette::begin(const QJsonObject &capabilities)
{
    return send({nullptr, nullptr, "WebDriver:NewSession"}, capabilities);
}

DriverTransport::Answer Marionette::send(const DriverCommand &command, const QJsonObject &parameters)
{
    const QString name = QLatin1String(command.marionette);
    const int id = ++m_lastId;
    const QByteArray json = QJsonDocument(QJsonArray{0, id, name, parameters}).toJson(QJsonDocument::Compact);
    m_socket.write(QByteArray::number(json.size()) + ':' + json);
    QJsonArray answer; // [1, id, error, value]
    const auto answered = [&] {
        // An answer for which nobody waits any longer can come first.
        do {
            answer = QJsonDocument::fromJson(takeMessage()).array();
        } while (!answer.isEmpty() && answer.at(1).toInt() != id);
        return !answer.isEmpty() || m_socket.state() != QAbstractSocket::ConnectedState;
    };
    QEventLoop loop;
    const auto look = [&] {
        if (answered())
            loop.quit();
    };
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &loop, look);
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &loop, look);
    QTimer::singleShot(longestWait, &loop, &QEventLoop::quit);
    if (!answered())
        loop.exec();
    if (answer.isEmpty())
        return {{}, QStringLiteral("%1: no answer").arg(name)};
    if (answer.at(2).isObject())
        return failure(name, answer.at(2).toObject());
    // Only what is no object already is wrapped.
    const QJsonValue value = answer.at(3);
    return {value[QLatin1String("value")].isUndefined() ? value : value[QLatin1String("value")], {}};
}

// Firefox ends with its process group.
void Marionette::end()
{
    m_socket.abort();
}

QByteArray Marionette::takeMessage()
{
    m_received += m_socket.readAll();
    const qsizetype colon = m_received.indexOf(':');
    const qsizetype size = m_received.left(qMax(colon, 0)).toLongLong();
    if (colon < 0 || m_received.size() - colon - 1 < size)
        return {};
    const QByteArray message = m_received.mid(colon + 1, size);
    m_received.remove(0, colon + 1 + size);
    return message;
}
