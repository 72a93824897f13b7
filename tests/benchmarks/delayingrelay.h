// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qtcpserver.h>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

/**
 * A long way on loopback: passes bytes on to another port of this computer, each @c delay milliseconds late
 * in either direction. What a client sends first waits for one round trip more, which is what opening a
 * connection costs.
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
