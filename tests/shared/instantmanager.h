// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qpointer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>

#include <algorithm>
#include <array>

/// The service's answer without a network: whatever it costs then, or leaves in memory, is not Qt's.
class InstantReply : public QNetworkReply {
public:
    InstantReply(const QNetworkRequest &request, QIODevice *body, QObject *parent)
        : QNetworkReply(parent)
        , m_body(body)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// Reads the request's body, and answers.
    void answer()
    {
        std::array<char, 1024> sent = {};
        m_body->read(sent.data(), sent.size());
        sent.fill('\0');
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, 200);
        Q_EMIT metaDataChanged();
        Q_EMIT readyRead();
        setFinished(true);
        Q_EMIT finished();
    }

    void abort() override {}
    qint64 bytesAvailable() const override { return m_answer.size() + QNetworkReply::bytesAvailable(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const QByteArray part = m_answer.left(maximum);
        m_answer.remove(0, part.size());
        // Qt also asks for nothing, with nowhere to put it.
        std::copy(part.cbegin(), part.cend(), data);
        return part.size();
    }

private:
    QIODevice *const m_body;
    QByteArray m_answer = R"({"status":"ok","message":"","host":"example.com"})";
};

class InstantManager : public QNetworkAccessManager {
public:
    /// The last one.
    QPointer<InstantReply> reply;

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *body) override
    {
        return reply = new InstantReply(request, body, this);
    }
};
