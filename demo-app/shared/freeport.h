// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qrandom.h>
#include <QtNetwork/qtcpserver.h>

/// A port on loopback for a server that starts later, or that comes back; 0 if none was found. It is below
/// those that systems give to connections, any of which could take it meanwhile, and above those that
/// browsers refuse.
[[nodiscard]] inline quint16 freePort()
{
    QTcpServer server;
    for (int tries = 0; tries < 100; ++tries) {
        const auto port = quint16(QRandomGenerator::global()->bounded(10081, 32768));
        if (server.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}
