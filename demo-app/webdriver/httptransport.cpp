// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "httptransport.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkreply.h>

#include <memory>

HttpTransport::HttpTransport(quint16 port)
    : m_port(port)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

bool HttpTransport::isReady()
{
    return send({"GET", "/status", nullptr}, {}).value.toObject().value(QLatin1String("ready")).toBool();
}

DriverTransport::Answer HttpTransport::begin(const QJsonObject &capabilities)
{
    const QJsonObject wanted{{QStringLiteral("alwaysMatch"), capabilities}};
    const Answer answer = send({"POST", "/session", nullptr}, {{QStringLiteral("capabilities"), wanted}});
    if (answer.problem.isEmpty())
        m_session = QStringLiteral("/session/")
            + answer.value.toObject().value(QLatin1String("sessionId")).toString();
    return answer;
}

DriverTransport::Answer HttpTransport::send(const DriverCommand &command, const QJsonObject &parameters)
{
    QString path = QLatin1String(command.path);
    path.replace(QLatin1String("{id}"), parameters.value(QLatin1String("id")).toString());
    const QByteArray method(command.method);
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2%3").arg(m_port).arg(m_session, path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setTransferTimeout(longestWait);
    QByteArray json;
    if (method == "POST")
        json = QJsonDocument(parameters).toJson(QJsonDocument::Compact);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, json));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();

    const QJsonValue value = QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("value"));
    if (reply->error() == QNetworkReply::NoError)
        return {value, {}};
    if (value.isObject())
        return failure(path, value.toObject());
    return {{}, QStringLiteral("%1: %2").arg(path, reply->errorString())};
}

void HttpTransport::end()
{
    if (!m_session.isEmpty())
        (void)send({"DELETE", "", nullptr}, {});
    m_session.clear();
}
