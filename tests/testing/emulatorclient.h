// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "headervalue.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qpair.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslconfiguration.h>

/// A plain HTTP client that runs the event loop while it waits, so that an emulator in the same thread can
/// answer.
class EmulatorClient {
public:
    struct Answer {
        int status = 0; ///< 0 when no head of an answer came.
        QByteArray body;
        QList<QNetworkReply::RawHeaderPair> headers;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;

        [[nodiscard]] QByteArray header(const QByteArray &name) const { return headerValue(headers, name); }
    };

    using Fields = QList<QPair<QString, QString>>;

    void trust(const QSslCertificate &certificate)
    {
        m_configuration = QSslConfiguration::defaultConfiguration();
        m_configuration.setCaCertificates({certificate});
    }

    Answer post(const QUrl &url, const Fields &fields)
    {
        return post(url, "application/x-www-form-urlencoded", encoded(fields));
    }

    Answer post(const QUrl &url, const QByteArray &contentType, const QByteArray &body)
    {
        QNetworkRequest request = this->request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
        return waitFor(m_manager.post(request, body));
    }

    Answer get(QUrl url, const Fields &fields)
    {
        url.setQuery(QString::fromLatin1(encoded(fields)), QUrl::StrictMode);
        return waitFor(m_manager.get(request(url)));
    }

    Answer send(const QByteArray &method, const QUrl &url)
    {
        return waitFor(m_manager.sendCustomRequest(request(url), method));
    }

    /// Limits the wait to @p milliseconds; the answer is then incomplete, with OperationCanceledError.
    void setPatience(int milliseconds) { m_patience = milliseconds; }

private:
    static QByteArray encoded(const Fields &fields)
    {
        QByteArrayList parts;
        for (const auto &[name, value] : fields)
            parts.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
        return parts.join('&');
    }

    QNetworkRequest request(const QUrl &url) const
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (!m_configuration.isNull())
            request.setSslConfiguration(m_configuration);
        return request;
    }

    Answer waitFor(QNetworkReply *reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        Answer answer;
        QObject::connect(reply, &QNetworkReply::readyRead, &loop,
                         [reply, &answer] { answer.body += reply->readAll(); });
        QTimer::singleShot(m_patience, reply, &QNetworkReply::abort);
        if (!reply->isFinished())
            loop.exec();
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->isOpen())
            answer.body += reply->readAll();
        answer.headers = reply->rawHeaderPairs();
        answer.error = reply->error();
        delete reply;
        return answer;
    }

    QNetworkAccessManager m_manager;
    QSslConfiguration m_configuration;
    int m_patience = 20000;
};
