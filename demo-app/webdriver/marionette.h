// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "drivertransport.h"

#include <QtNetwork/qtcpsocket.h>

/// To Firefox itself, without a driver: Debian has none, and all that it does is to translate to this
/// protocol. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
class Marionette final : public DriverTransport {
public:
    /// Firefox is told the @p port by the preference `marionette.port`.
    explicit Marionette(quint16 port);

    [[nodiscard]] bool isReady() override;
    [[nodiscard]] Answer begin(const QJsonObject &capabilities) override;
    [[nodiscard]] Answer send(const DriverCommand &command, const QJsonObject &parameters) override;
    void end() override;

private:
    /// The next message that has arrived completely; empty if there is none.
    [[nodiscard]] QByteArray takeMessage();

    QTcpSocket m_socket;
    const quint16 m_port;
    QByteArray m_received;
    int m_lastId = 0;
};
