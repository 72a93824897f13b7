// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>

#include <utility>

/// A client on loopback that sends bytes as they are.
class RawClient : public QTcpSocket {
public:
    explicit RawClient(quint16 port)
    {
        connectToHost(QHostAddress::LocalHost, port);
        waitForConnected();
    }

    void say(const QByteArray &bytes)
    {
        write(bytes);
        flush();
    }

    /// Everything that has come, once it is @p ending at its end or the connection has ended.
    QByteArray heard(const QByteArray &ending = {})
    {
        const bool good = QTest::qWaitFor([&] {
            m_heard += readAll();
            return (!ending.isEmpty() && m_heard.endsWith(ending)) || state() == UnconnectedState;
        });
        return good ? std::exchange(m_heard, {}) : "nothing came after: " + m_heard;
    }

    bool isClosed()
    {
        return QTest::qWaitFor([&] { return state() == UnconnectedState; });
    }

private:
    QByteArray m_heard;
};
