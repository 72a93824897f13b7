// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "managerasker.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qsslconfiguration.h>

ManagerAsker::ManagerAsker(const QUrl &validateUrl, bool http2)
    : m_request(validateUrl)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    m_request.setSslConfiguration(configuration);
    m_request.setHeader(QNetworkRequest::ContentTypeHeader,
                        QByteArrayLiteral("application/x-www-form-urlencoded"));
    m_request.setAttribute(QNetworkRequest::Http2AllowedAttribute, http2);
}

void ManagerAsker::ask(int total, int inFlight)
{
    QEventLoop loop;
    int toAsk = total;
    int toFinish = total;
    const std::function<void()> finished = [&] {
        if (toAsk > 0) {
            --toAsk;
            next(finished);
        }
        if (--toFinish == 0)
            loop.quit();
    };
    for (int i = 0; i < inFlight && toAsk > 0; ++i) {
        --toAsk;
        next(finished);
    }
    loop.exec();
}

void ManagerAsker::next(const std::function<void()> &finished)
{
    const QByteArray form =
        QByteArrayLiteral("secret=ysc2_0123456789abcdefg&token=") + QUrl::toPercentEncoding(freshToken());
    QNetworkReply *reply = m_manager.post(m_request, form);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, finished] {
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        if (answer.value(QLatin1String("status")) != QLatin1String("ok"))
            qFatal("A request failed: %s", qPrintable(reply->errorString()));
        reply->deleteLater();
        finished();
    });
}
