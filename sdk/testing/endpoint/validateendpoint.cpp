// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "validateendpoint.h"

#include "foundation/ipaddress.h"

#include <QtCore/qjsondocument.h>

namespace SmartCaptcha::Internal {

namespace {

using Scenario = EmulatorState::Scenario;

constexpr qsizetype hugeSize = 4 * 1024 * 1024;

QJsonObject failed(const QString &message)
{
    return {{QStringLiteral("status"), QStringLiteral("failed")}, {QStringLiteral("message"), message}};
}

QJsonObject ok(const QString &host)
{
    return {{QStringLiteral("status"), QStringLiteral("ok")},
            {QStringLiteral("message"), QString()},
            {QStringLiteral("host"), host}};
}

QString withoutPort(const QString &host)
{
    const qsizetype colon = host.lastIndexOf(QLatin1Char(':'));
    return colon > host.lastIndexOf(QLatin1Char(']')) ? host.left(colon) : host;
}

QJsonObject verdict(EmulatorState &state, const QString &secret, const FormFields &fields)
{
    if (secret.isEmpty())
        return failed(QStringLiteral("Authentication failed. Secret has not provided."));
    if (state.scenario == Scenario::WrongKey || secret != state.serverKey.secretValue())
        return failed(QStringLiteral("Authentication failed. Invalid secret."));

    const QString ip = formValue(fields, QStringLiteral("ip"));
    if (!ip.isEmpty() && !isIpAddress(ip) && state.scenario != Scenario::Restricted)
        return failed(QStringLiteral("Invalid IP."));

    TokenCheck check = state.tokens.redeem(formValue(fields, QStringLiteral("token")), state.siteKey);
    if (state.scenario == Scenario::Restricted)
        return ok(check.subject.host);
    if (state.scenario == Scenario::ExpiredToken || state.scenario == Scenario::ReusedToken)
        check.good = false;
    if (!check.good)
        return failed(QStringLiteral("Invalid or expired Token."));
    if (state.scenario == Scenario::Robot)
        return failed(QString());

    QJsonObject object = ok(check.subject.host);
    const QString hostField = QStringLiteral("host");
    if (state.scenario == Scenario::EmptyHost)
        object.insert(hostField, QString());
    else if (state.scenario == Scenario::NoHost)
        object.remove(hostField);
    else if (state.scenario == Scenario::HostWithPort)
        object.insert(hostField, withoutPort(check.subject.host) + QLatin1String(":8080"));
    if (!check.subject.metadata.isEmpty())
        object.insert(QStringLiteral("metadata"), check.subject.metadata);
    return object;
}

// Changes an answer on its way to the client as the scenario wants it.
HttpAnswer disturbed(const EmulatorState &state, HttpAnswer answer)
{
    switch (state.scenario) {
    case Scenario::Http500:
        answer.status = 500;
        break;
    case Scenario::Http403:
        answer.status = 403;
        break;
    case Scenario::Http429:
        answer.status = 429;
        answer.headers.emplaceBack("Retry-After", "60");
        break;
    case Scenario::Redirect:
        answer.status = 302;
        answer.headers.emplaceBack("Location", "/redirected");
        break;
    case Scenario::Slow:
        answer.delay = state.delay;
        break;
    case Scenario::Drip:
        answer.delivery = HttpAnswer::Delivery::Drip;
        break;
    case Scenario::Hanging:
        answer.delivery = HttpAnswer::Delivery::Never;
        break;
    case Scenario::CutOff:
        answer.delivery = HttpAnswer::Delivery::CutOff;
        break;
    case Scenario::NotJson:
        answer.body = "status=ok";
        break;
    case Scenario::Html:
        answer.contentType = "text/html; charset=utf-8";
        answer.body = "<!DOCTYPE html><title>Welcome</title><p>Please sign in to this network first.</p>";
        break;
    case Scenario::Huge: {
        QJsonObject object = ok(QStringLiteral("example.com"));
        object.insert(QStringLiteral("message"), QString(hugeSize, QLatin1Char('a')));
        answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
        break;
    }
    default:
        break;
    }
    return answer;
}

} // namespace

HttpAnswer answerValidate(EmulatorState &state, const HttpRequest &request)
{
    if (request.method != "POST" && request.method != "GET") {
        HttpAnswer answer;
        answer.status = 405;
        answer.headers.emplaceBack("Allow", "GET, POST");
        return answer;
    }
    const FormFields fields = request.bodyFields() + request.queryFields();
    const QJsonObject object = verdict(state, formValue(fields, QStringLiteral("secret")), fields);
    return disturbed(state, HttpAnswer::json(object));
}

HttpAnswer answerBackend(EmulatorState &state, const HttpRequest &request)
{
    HttpAnswer answer;
    if (request.method != "POST") {
        answer.status = 405;
        answer.headers.emplaceBack("Allow", "POST");
    } else {
        const QJsonObject object = verdict(state, state.serverKey.secretValue(), request.bodyFields());
        answer = disturbed(state, HttpAnswer::json(object));
    }
    answer.headers.emplaceBack("Access-Control-Allow-Origin", "*");
    return answer;
}

HttpAnswer answerRedirected()
{
    return HttpAnswer::json(ok(QStringLiteral("example.com")));
}

} // namespace SmartCaptcha::Internal
