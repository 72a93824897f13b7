// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/eventually.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkcookiejar.h>
#include <QtNetwork/qnetworkreply.h>

#include <memory>

/// Stands in for a tab of the person's browser: loads the page, and sends the messages that the page's
/// scripts would send. The scripts themselves are tested in real browsers.
class PlainTab {
public:
    /// Loads the page at @p address, and keeps it open.
    bool load(const QUrl &address)
    {
        m_address = address;
        const std::unique_ptr<QNetworkReply> page(m_network.get(QNetworkRequest(m_address)));
        if (!eventually([&] { return page->isFinished(); }) || page->error() != QNetworkReply::NoError)
            return false;
        static const QRegularExpression nonce(QStringLiteral("\"nonce\":\"([0-9a-f]+)\""));
        m_html = QString::fromUtf8(page->readAll());
        m_nonce = nonce.match(m_html).captured(1);
        m_poll.reset(m_network.get(
            QNetworkRequest(m_address.resolved(QUrl(QStringLiteral("commands?page=a&seen=0"))))));
        return !m_nonce.isEmpty();
    }

    /// What the page's messages have to contain.
    [[nodiscard]] QString nonce() const { return m_nonce; }
    /// The page that was loaded.
    [[nodiscard]] QString html() const { return m_html; }

    /// Closes the tab.
    void leave() { m_poll.reset(); }

    /// Sends a message of the page; returns what the page would then show.
    QString say(const QString &type, QJsonObject fields = {}, int attempt = 0)
    {
        fields.insert(QStringLiteral("nonce"), m_nonce);
        fields.insert(QStringLiteral("attempt"), attempt);
        fields.insert(QStringLiteral("type"), type);
        return sayAsIs(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
    }

    /// Sends anything in the place of a message; returns what the page would then show.
    QString sayAsIs(const QJsonValue &message)
    {
        const QJsonObject body{{QStringLiteral("page"), QStringLiteral("a")},
                               {QStringLiteral("messages"), QJsonArray{message}}};
        QNetworkRequest request(m_address.resolved(QUrl(QStringLiteral("messages"))));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, QJsonDocument(body).toJson()));
        if (!eventually([&] { return reply->isFinished(); }))
            return QStringLiteral("no answer");
        return QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("state")).toString();
    }

    QString sayReady() { return say(QStringLiteral("ready"), {{QStringLiteral("controllable"), true}}); }
    QString sayToken(const QString &token)
    {
        return say(QStringLiteral("success"), {{QStringLiteral("token"), token}});
    }

private:
    QNetworkAccessManager m_network;
    QUrl m_address;
    std::unique_ptr<QNetworkReply> m_poll;
    QString m_html;
    QString m_nonce;
};
