// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "drivertransport.h"

#include <QtNetwork/qnetworkaccessmanager.h>

/// To a driver that speaks WebDriver itself: JSON over HTTP on loopback.
class HttpTransport final : public DriverTransport {
public:
    explicit HttpTransport(quint16 port);

    [[nodiscard]] bool isReady() override;
    [[nodiscard]] Answer begin(const QJsonObject &capabilities) override;
    [[nodiscard]] Answer send(const DriverCommand &command, const QJsonObject &parameters) override;
    void end() override;

private:
    QNetworkAccessManager m_network;
    const quint16 m_port;
    QString m_session; ///< The path of the session, empty without one.
};
