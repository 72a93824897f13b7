// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signupserver.h"

#include <QtCore/qurlquery.h>
#include <QtNetwork/qtcpsocket.h>

SignUpServer::SignUpServer(const SmartCaptchaEmulator &emulator)
{
    m_verifier.setService(emulator.service());
    m_verifier.setServerKey(emulator.serverKey());
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *connection = nextPendingConnection()) {
            connect(connection, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
            connect(connection, &QTcpSocket::disconnected, connection, &QTcpSocket::deleteLater);
        }
    });
    listen(QHostAddress::LocalHost);
}

QUrl SignUpServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/sign-up").arg(serverPort()));
}

void SignUpServer::read(QTcpSocket *connection)
{
    // Nothing but what Qt sends: a header with the length of the form, and the form.
    const QByteArray request = connection->peek(connection->bytesAvailable());
    const qsizetype header = request.indexOf("\r\n\r\n");
    const qsizetype length = request.toLower().indexOf("content-length: ");
    if (header < 0 || length < 0 || length > header)
        return;
    const int size = request.mid(length + 16, request.indexOf('\r', length) - length - 16).toInt();
    QByteArray form = request.mid(header + 4);
    if (form.size() < size)
        return;
    connection->readAll();
    ++requests;
    form.replace('+', ' '); // as servers read it
    const QUrlQuery fields(QString::fromUtf8(form));
    const QString name = fields.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded);
    const QString token = fields.queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded);
    SmartCaptchaReply *reply = m_verifier.verify(token, connection->peerAddress().toString());
    connect(reply, &SmartCaptchaReply::finished, connection,
            [this, connection, name](const SmartCaptchaResult &result) {
                if (result.isAccepted())
                    names << name;
                const QByteArray status = result.isAccepted() ? "200 OK" : "403 Forbidden";
                connection->write("HTTP/1.1 " + status
                                  + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                connection->disconnectFromHost();
            });
}
