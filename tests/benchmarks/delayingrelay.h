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
 */
class DelayingRelay : public QTcpServer {
    Q_OBJECT

public:
    DelayingRelay(quint16 targetPort, int delay, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void passOn(QTcpSocket *from, QTcpSocket *to, qint64 notBefore);

    const quint16 m_targetPort;
    const int m_delay;
};
