// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingresponse.h"
#include "verifiedtokens.h"

#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qobject.h>
#include <QtHttpServer/qhttpserver.h>

QT_BEGIN_NAMESPACE
class QUrlQuery;
QT_END_NAMESPACE

/// A backend for a program with a captcha, as docs/backend.yaml describes it.
class Backend : public QObject {
    Q_OBJECT

public:
    Backend(const SmartCaptchaServerKey &key, const SmartCaptchaService &service);

    /// Answers at this port of 127.0.0.1; 0 is any free one. Returns the port, or 0 if that is not possible.
    [[nodiscard]] quint16 listen(quint16 port);

private:
    using Route = void (Backend::*)(const QHttpServerRequest &request, const QUrlQuery &fields,
                                    const PendingResponse &response);

    /// For programs that verify a token as soon as they have it: setBackendUrl() leads here.
    void verify(const QHttpServerRequest &request, const QUrlQuery &fields, const PendingResponse &response);

    /// What the captcha protects.
    void signIn(const QHttpServerRequest &request, const QUrlQuery &fields, const PendingResponse &response);

    void addRoute(const QString &path, Route route);

    SmartCaptchaVerifier m_verifier;
    VerifiedTokens m_verified;
    QHttpServer m_server;
};
