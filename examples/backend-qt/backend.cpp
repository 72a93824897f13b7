// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "backend.h"

#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qcryptographichash.h>
#include <QtCore/qdebug.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qurlquery.h>
#include <QtNetwork/qtcpserver.h>

#include <memory>

using Error = SmartCaptchaResult::Error;
using Status = QHttpServerResponse::StatusCode;
using Verdict = SmartCaptchaResult::Verdict;

namespace {

constexpr qsizetype maximumBody = 32 * 1024;
// The program that asks this backend waits five seconds by default.
constexpr int serviceTimeout = 3000;

QHttpServerResponse json(const QJsonObject &body, Status status = Status::Ok)
{
    return QHttpServerResponse("application/json", QJsonDocument(body).toJson(QJsonDocument::Compact),
                               status);
}

QHttpServerResponse refusal(Status status, const char *error)
{
    return json({{QStringLiteral("error"), QLatin1String(error)}}, status);
}

QHttpServerResponse notSignedIn(const char *reason)
{
    return json({{QStringLiteral("signedIn"), false}, {QStringLiteral("reason"), QLatin1String(reason)}},
                Status::Forbidden);
}

QHttpServerResponse notAsked(const SmartCaptchaResult &result)
{
    // Prints neither tokens nor keys.
    qWarning() << "The service was not asked:" << result;
    return refusal(Status::ServiceUnavailable, "the captcha service cannot be asked now");
}

QHttpServerResponse wrongMethod()
{
    QHttpServerResponse response = refusal(Status::MethodNotAllowed, "only POST is possible");
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers = response.headers();
    headers.append(QHttpHeaders::WellKnownHeader::Allow, "POST");
    response.setHeaders(std::move(headers));
#else
    response.setHeader("Allow", "POST");
#endif
    return response;
}

bool isForm(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst();
    return type.trimmed().compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0;
}

/// The token of a form; empty if there is none, more than one, or one that cannot be a token.
QString tokenIn(const QUrlQuery &fields)
{
    const QStringList tokens = fields.allQueryItemValues(QStringLiteral("token"), QUrl::FullyDecoded);
    if (tokens.size() != 1 || tokens.first().size() > SmartCaptchaVerifier::MaximumTokenLength
        || tokens.first().trimmed().isEmpty())
        return {};
    return tokens.first();
}

/// The person's address, from the proxy in front. It must set the header itself, whatever the client sent.
QString personIp(const QHttpServerRequest &request)
{
    return QHostAddress(QString::fromLatin1(request.value("X-Real-IP"))).toString();
}

/// A verdict, also when the verifier knows without asking that the token is used up or too old.
bool isRefused(const SmartCaptchaResult &result)
{
    return result.verdict() == Verdict::Robot || result.error() == Error::TokenReused
        || result.error() == Error::TokenExpired;
}

/// Whether two strings are equal, in a time that tells nothing about where they differ.
bool isSame(const QString &a, const QString &b)
{
    const QByteArray hashA = QCryptographicHash::hash(a.toUtf8(), QCryptographicHash::Sha256);
    const QByteArray hashB = QCryptographicHash::hash(b.toUtf8(), QCryptographicHash::Sha256);
    int difference = 0;
    for (qsizetype i = 0; i < hashA.size(); ++i)
        difference |= hashA.at(i) ^ hashB.at(i);
    return difference == 0;
}

/// Stands for your own accounts, which hold a slow hash of each password.
bool hasAccount(const QString &name, const QString &password)
{
    // Both are compared in any case.
    const bool nameFits = isSame(name, QStringLiteral("demo"));
    const bool passwordFits = isSame(password, QStringLiteral("demo"));
    return nameFits && passwordFits;
}

QHttpServerResponse signedIn(const QString &name, const QString &password)
{
    if (!hasAccount(name, password))
        return notSignedIn("credentials");
    return json({{QStringLiteral("signedIn"), true}}); // and start a session
}

/// What the service said, for the program's verifier.
QHttpServerResponse verdict(const SmartCaptchaResult &result)
{
    if (isRefused(result))
        return json({{QStringLiteral("status"), QStringLiteral("failed")}});
    if (result.verdict() != Verdict::Human)
        return notAsked(result);
    QJsonObject answer{{QStringLiteral("status"), QStringLiteral("ok")}};
    if (!result.host().isNull())
        answer.insert(QStringLiteral("host"), result.host());
    return json(answer);
}

} // namespace

Backend::Backend(const SmartCaptchaServerKey &key, const SmartCaptchaService &service)
{
    m_verifier.setServerKey(key);
    m_verifier.setService(service);
    m_verifier.setTimeout(serviceTimeout);
    // Lets nobody in when the service cannot be asked. Its documentation advises the opposite,
    // serviceAdvice().
    m_verifier.setPolicy(SmartCaptchaPolicy::strict());
    addRoute(QStringLiteral("/captcha"), &Backend::verify);
    addRoute(QStringLiteral("/sign-in"), &Backend::signIn);
}

quint16 Backend::listen(quint16 port)
{
    auto tcpServer = std::make_unique<QTcpServer>();
    if (!tcpServer->listen(QHostAddress::LocalHost, port))
        return 0;
    const quint16 listening = tcpServer->serverPort();
    m_server.bind(tcpServer.release());
    return listening;
}

void Backend::verify(const QHttpServerRequest &request, const QUrlQuery &fields,
                     const PendingResponse &response)
{
    const QString token = tokenIn(fields);
    if (token.isEmpty()) {
        response.send(refusal(Status::BadRequest, "there must be one token, of 1 to 8192 characters"));
        return;
    }
    const SmartCaptchaReply *reply = m_verifier.verify(token, personIp(request));
    connect(reply, &SmartCaptchaReply::finished, this,
            [this, token, response](const SmartCaptchaResult &result) {
                // The service will not confirm it again, and signIn() cannot take the program's word for it.
                if (result.isAccepted())
                    m_verified.remember(token);
                response.send(verdict(result));
            });
}

void Backend::signIn(const QHttpServerRequest &request, const QUrlQuery &fields,
                     const PendingResponse &response)
{
    const QString token = tokenIn(fields);
    const QString name = fields.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded);
    const QString password = fields.queryItemValue(QStringLiteral("password"), QUrl::FullyDecoded);
    if (token.isEmpty()) {
        response.send(notSignedIn("captcha"));
        return;
    }
    if (m_verified.take(token)) {
        response.send(signedIn(name, password));
        return;
    }
    const SmartCaptchaReply *reply = m_verifier.verify(token, personIp(request));
    connect(reply, &SmartCaptchaReply::finished, this, [=](const SmartCaptchaResult &result) {
        if (result.isAccepted())
            response.send(signedIn(name, password));
        else if (result.verdict() == Verdict::Human || isRefused(result))
            response.send(notSignedIn("captcha"));
        else
            response.send(notAsked(result));
    });
}

void Backend::addRoute(const QString &path, Route route)
{
    m_server.route(
        path, [this, route](const QHttpServerRequest &request, PendingResponse::Responder responder) {
            const PendingResponse response(std::move(responder));
            if (request.method() != QHttpServerRequest::Method::Post) {
                response.send(wrongMethod());
            } else if (!isForm(request.value("Content-Type"))) {
                response.send(refusal(Status::UnsupportedMediaType, "the body must be a form"));
            } else if (request.body().size() > maximumBody) {
                // It is in memory already; only the web server in front can refuse it earlier.
                response.send(refusal(Status::PayloadTooLarge, "the body has more than 32768 bytes"));
            } else {
                // QUrlQuery takes "+" for itself, a form for a space.
                const QUrlQuery fields(QString::fromLatin1(request.body().replace('+', "%20")));
                (this->*route)(request, fields, response);
            }
        });
}
