// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "terms.h"

#include "core/service/reachableaddress.h"
#include "form.h"
#include "foundation/secureurl.h"

#include <SmartCaptcha/smartcaptcha.h>

#include <QtNetwork/qsslsocket.h>

namespace SmartCaptcha::Internal {

using Error = SmartCaptchaResult::Error;

namespace {

QNetworkRequest requestFor(const QUrl &url, const Settings &settings, const QSslConfiguration &tls,
                           bool inBody)
{
    QNetworkRequest request(url);
    if (!settings.backendUrl.isEmpty()) {
        for (auto it = settings.extraHeaders.cbegin(); it != settings.extraHeaders.cend(); ++it)
            request.setRawHeader(it.key(), it.value());
    }
    if (!request.hasRawHeader(QByteArrayLiteral("User-Agent")))
        request.setHeader(QNetworkRequest::UserAgentHeader,
                          QLatin1String("SmartCaptcha-for-Qt/") + SmartCaptcha::version().toString());
    if (!request.hasRawHeader(QByteArrayLiteral("Accept")))
        request.setRawHeader(QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json"));
    // A hundred bytes gain nothing from compression, and without it there are no decompression bombs.
    request.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity"));
    if (inBody) {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArrayLiteral("application/x-www-form-urlencoded"));
    }

    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, settings.http2Enabled);
    request.setAttribute(QNetworkRequest::AutoDeleteReplyOnFinishAttribute, false);
    request.setSslConfiguration(tls);
    return request;
}

} // namespace

Terms::Terms(const Settings &settings, const QSslConfiguration &tls, const SmartCaptchaPolicy &chosenPolicy,
             const std::shared_ptr<Connections> &ownConnections)
    : http2Enabled(settings.http2Enabled)
    , timeout(settings.timeout)
    , policy(chosenPolicy)
    , connections(ownConnections)
{
    QList<QUrl> urls;
    if (settings.backendUrl.isEmpty()) {
        serverKey = settings.serverKey;
        inBody = settings.method == SmartCaptchaVerifier::Method::Post;
        const QString problem = serverKey.problem();
        if (serverKey.isNull()) {
            refuse(Error::MissingServerKey, QStringLiteral("no server key is set"));
            return;
        }
        if (!problem.isEmpty()) {
            refuse(Error::InvalidServerKey, problem);
            return;
        }
        if (!settings.service.isValid()) {
            refuse(Error::InvalidRequest, QStringLiteral("the service's address is not usable"));
            return;
        }
        baseUrls = settings.service.baseUrls();
        for (const QUrl &baseUrl : std::as_const(baseUrls))
            urls.append(SmartCaptchaService(baseUrl).validateUrl());
    } else {
        if (!SecureUrl::isUsable(settings.backendUrl)) {
            refuse(Error::InvalidRequest, QStringLiteral("the backend's address is not usable"));
            return;
        }
        urls.append(settings.backendUrl.adjusted(QUrl::RemoveFragment));
    }
    for (const QUrl &url : std::as_const(urls)) {
        requests.append(requestFor(url, settings, tls, inBody));
        lacksTls = lacksTls || (url.scheme() == QLatin1String("https") && !QSslSocket::supportsSsl());
    }
}

void Terms::refuse(Error error, const QString &details)
{
    fault = error;
    faultDetails = details;
}

qsizetype Terms::firstAddress() const
{
    return requests.size() > 1 ? ReachableAddress::indexFor(baseUrls) : 0;
}

SecretBytes Terms::formFor(const SecretBytes &token, const QByteArray &userIp) const
{
    QList<std::pair<QByteArray, SecretBytes>> fields;
    if (!serverKey.isNull())
        fields.append({QByteArrayLiteral("secret"), SecretBytes(serverKey.secretValue().toUtf8())});
    fields.append({QByteArrayLiteral("token"), token});
    if (!userIp.isEmpty())
        fields.append({QByteArrayLiteral("ip"), SecretBytes(QByteArray(userIp))});
    return formEncoded(fields);
}

} // namespace SmartCaptcha::Internal
