// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qtcpserver.h>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

/**
 * Simulates a distant server on loopback: forwards bytes to another port of this computer, each @c delay
 * milliseconds late in either direction. The first bytes from a client are delayed by another round trip, the
 * cost of opening a connection.
 *
 * Or simulates a distant proxy: whatever a client asks to be connected to, it is this port.
 */
class DelayingRelay : public QTcpServer {
    Q_OBJECT

public:
    enum class Kind { Server, Proxy };

    DelayingRelay(quint16 targetPort, int delay, Kind kind = Kind::Server, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void answerConnect(QTcpSocket *client, QTcpSocket *server);
    void passOn(QTcpSocket *from, QTcpSocket *to, qint64 notBefore);

    const quint16 m_targetPort;
    const int m_delay;
    const Kind m_kind;
};
