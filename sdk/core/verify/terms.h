// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "foundation/secretbytes.h"

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qmap.h>
#include <QtCore/qstring.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslconfiguration.h>

#include <memory>
#include <optional>

namespace SmartCaptcha::Internal {

class OwnManager;

/// A verifier's settings that matter to a call.
struct Settings {
    SmartCaptchaServerKey serverKey;
    SmartCaptchaService service;
    QUrl backendUrl;
    QMap<QByteArray, QByteArray> extraHeaders;
    int timeout = 5000;
    SmartCaptchaVerifier::Method method = SmartCaptchaVerifier::Method::Post;
    bool http2Enabled = false;
    /// Nothing until it is set or first needed: to make the default, Qt loads its TLS library.
    std::optional<QSslConfiguration> sslConfiguration;
};

/// The verifier's own connections, for calls with the same TLS settings and version of HTTP. The others' must
/// not be used, because Qt pools connections without regard to these.
struct Connections {
    /// Null until one is needed, and again when they are not to be used any more.
    std::shared_ptr<OwnManager> manager;
    /// When the manager was made, or has last sent something, on the Clock.
    qint64 usedAt = 0;
};

/**
 * What all calls have in common that were made with the same settings. Calls share it, because to make the
 * requests anew takes as long as a third of what Qt does to send one.
 */
class Terms {
public:
    /// @p tls are the TLS settings, also if @p settings have none.
    Terms(const Settings &settings, const QSslConfiguration &tls, const SmartCaptchaPolicy &policy,
          const std::shared_ptr<Connections> &connections);

    /// Why nothing can be sent, whatever the token; NoError if it can.
    SmartCaptchaResult::Error fault = SmartCaptchaResult::Error::NoError;
    QString faultDetails;
    /// Whether Qt cannot do what the addresses need.
    bool lacksTls = false;

    SmartCaptchaServerKey serverKey;
    /// The base addresses of the service, in its order; empty with a backend.
    QList<QUrl> baseUrls;
    /// A request to each of them, or one to the backend, without a form.
    QList<QNetworkRequest> requests;
    /// Whether the form goes into the body or, if not, into the address.
    bool inBody = true;
    bool http2Enabled = false;
    int timeout = 0;
    SmartCaptchaPolicy policy;
    const std::shared_ptr<Connections> connections;

    /// The index of the address to try first.
    [[nodiscard]] qsizetype firstAddress() const;

    /// The form that asks about @p token, in UTF-8, and @p userIp, which may be empty.
    [[nodiscard]] SecretBytes formFor(const SecretBytes &token, const QByteArray &userIp) const;

private:
    void refuse(SmartCaptchaResult::Error error, const QString &details);
};

} // namespace SmartCaptcha::Internal
