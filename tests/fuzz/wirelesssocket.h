// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qtcpsocket.h>

#include <cstring>

/// A connection without a network: what arrives is said by arrive(), and what is written is added to a text.
class WirelessSocket : public QTcpSocket {
public:
    explicit WirelessSocket(QByteArray *written)
        : m_written(written)
    {
        setSocketState(ConnectedState);
        setPeerAddress(QHostAddress(QHostAddress::LocalHost));
        setOpenMode(ReadWrite | Unbuffered);
    }

    void arrive(const QByteArray &bytes)
    {
        if (state() != ConnectedState)
            return;
        m_unread += bytes;
        Q_EMIT readyRead();
    }

    [[nodiscard]] qint64 bytesAvailable() const override { return m_unread.size(); }
    [[nodiscard]] qint64 bytesToWrite() const override { return 0; }

    void disconnectFromHost() override
    {
        if (state() == UnconnectedState)
            return;
        setSocketState(UnconnectedState);
        // Later, as when there is something to write.
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT disconnected(); }, Qt::QueuedConnection);
    }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 size = qMin(maximum, qint64(m_unread.size()));
        if (size > 0)
            std::memcpy(data, m_unread.constData(), size_t(size));
        m_unread.remove(0, size);
        return size;
    }

    qint64 writeData(const char *data, qint64 size) override
    {
        if (state() == ConnectedState)
            m_written->append(data, size);
        return size;
    }

private:
    QByteArray *const m_written;
    QByteArray m_unread;
};
