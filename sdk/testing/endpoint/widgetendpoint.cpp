// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "widgetendpoint.h"

#include "issue/challengepicture.h"
#include "issue/challengesound.h"

#include <QtCore/qhashfunctions.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qurl.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace SmartCaptcha::Internal {

namespace {

using Scenario = EmulatorState::Scenario;

constexpr qint64 shortLifetime = 1500;

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

HttpAnswer failure(int status)
{
    HttpAnswer answer;
    answer.status = status;
    return answer;
}

HttpAnswer cutConnection()
{
    HttpAnswer answer;
    answer.delivery = HttpAnswer::Delivery::Closed;
    return answer;
}

QJsonObject result(const char *name)
{
    return {{QStringLiteral("result"), QString::fromLatin1(name)}};
}

// Browsers leave the scheme's default port out of an origin, so a port that is there belongs in the answer.
QString hostOf(const QUrl &origin)
{
    const QString host = origin.host();
    return origin.port() < 0 ? host : host + QLatin1Char(':') + QString::number(origin.port());
}

// Turns every way to write the name of a host into one.
QString nameOf(const QString &host)
{
    QUrl url;
    url.setHost(host);
    return url.host(QUrl::FullyEncoded);
}

bool isAllowed(const EmulatorState &state, const QUrl &origin, const QByteArray &ownHost)
{
    if (state.scenario == Scenario::DomainNotAllowed || origin.host().isEmpty())
        return false;
    if (hostOf(origin).toLatin1() == ownHost)
        return true;
    const QString host = origin.host(QUrl::FullyEncoded);
    return std::any_of(state.allowedSites.cbegin(), state.allowedSites.cend(), [&host](const QString &site) {
        const QString name = nameOf(site);
        return !name.isEmpty() && (host == name || host.endsWith(QLatin1Char('.') + name));
    });
}

QJsonObject token(EmulatorState &state, const TokenSubject &subject)
{
    QJsonObject object = result("token");
    if (state.scenario == Scenario::EmptyToken) {
        object.insert(QStringLiteral("token"), QString());
        return object;
    }
    const qint64 lifetime =
        state.scenario == Scenario::TokenExpired ? shortLifetime : qint64(TokenStore::Lifetime);
    object.insert(QStringLiteral("token"), issueToken(state, subject, lifetime));
    object.insert(QStringLiteral("expiresAt"), double(state.clock.now() + lifetime));
    return object;
}

QJsonObject challenge(EmulatorState &state, const TokenSubject &subject, const char *name,
                      const QString &series = {})
{
    const Challenge challenge = state.challenges.create(subject, series);
    state.challengeCreated(challenge);
    QJsonObject object = result(name);
    object.insert(QStringLiteral("challenge"), challenge.id);
    return object;
}

HttpAnswer open(const EmulatorState &state, const QJsonObject &question, const HttpRequest &request)
{
    QJsonObject object = result("ok");
    if (text(question, "sitekey") != state.siteKey)
        object = result("wrong-key");
    else if (!isAllowed(state, QUrl(text(question, "origin")), request.header("host")))
        object = result("not-allowed");
    object.insert(QStringLiteral("restricted"), state.scenario == Scenario::Restricted);
    return HttpAnswer::json(object);
}

HttpAnswer check(EmulatorState &state, const QJsonObject &question, const HttpRequest &request)
{
    const QUrl origin(text(question, "origin"));
    if (text(question, "sitekey") != state.siteKey)
        return HttpAnswer::json(result("wrong-key"));
    if (!isAllowed(state, origin, request.header("host")))
        return HttpAnswer::json(result("not-allowed"));
    const TokenSubject subject{state.siteKey, hostOf(origin), request.peer.toString(),
                               question.value(QLatin1String("metadata")).toObject()};
    switch (state.scenario) {
    case Scenario::NetworkError:
        return cutConnection();
    case Scenario::JavascriptError:
        return HttpAnswer::json(result("javascript-error"));
    case Scenario::RendererCrash:
        return HttpAnswer::json(result("renderer-crash"));
    default:
        break;
    }
    if (state.scenario == Scenario::Challenge || question.value(QLatin1String("test")).toBool())
        return HttpAnswer::json(challenge(state, subject, "challenge"));
    return HttpAnswer::json(token(state, subject));
}

HttpAnswer renew(EmulatorState &state, const QJsonObject &question, bool answered)
{
    if (state.scenario == Scenario::NetworkError)
        return cutConnection();
    const std::optional<Challenge> open = state.challenges.take(text(question, "challenge"));
    if (!open)
        return failure(404);
    if (answered && text(question, "rep").simplified().remove(QLatin1Char(' ')) == open->answer)
        return HttpAnswer::json(token(state, open->subject));
    return HttpAnswer::json(challenge(state, open->subject, answered ? "wrong" : "challenge", open->series));
}

// What the challenge is to do for the person of a test.
QJsonObject wish(EmulatorState &state, const QJsonObject &question)
{
    if (state.players.isEmpty())
        return result("nobody");
    const std::optional<Challenge> shown = state.challenges.find(text(question, "challenge"));
    const auto player =
        std::find_if(state.players.cbegin(), state.players.cend(), [&shown](const Player *candidate) {
            return shown && candidate->wish && candidate->series == shown->series;
        });
    if (player == state.players.cend())
        return result("wait");
    const Player::Wish wish = *std::exchange((*player)->wish, std::nullopt);
    if (wish == Player::Wish::Close)
        return result("close");
    QJsonObject object = result("answer");
    object.insert(QStringLiteral("rep"), wish == Player::Wish::Solve ? shown->answer : QStringLiteral("0"));
    return object;
}

} // namespace

HttpAnswer answerWidget(EmulatorState &state, const HttpRequest &request)
{
    const QString path = request.path;
    if (path == QLatin1String("/api/clock"))
        return HttpAnswer::json({{QStringLiteral("now"), double(state.clock.now())}});

    const FormFields query = request.queryFields();
    const std::optional<Challenge> shown = state.challenges.find(formValue(query, QStringLiteral("id")));
    if (path == QLatin1String("/api/picture")) {
        if (!shown)
            return failure(404);
        const bool dark = formValue(query, QStringLiteral("theme")) == QLatin1String("dark");
        return HttpAnswer::of("image/svg+xml", drawDigits(shown->answer, quint32(qHash(shown->id)), dark));
    }
    if (path == QLatin1String("/api/sound"))
        return shown ? HttpAnswer::of("audio/wav", beepDigits(shown->answer)) : failure(404);

    if (request.method != "POST")
        return failure(405);
    const QJsonObject question = QJsonDocument::fromJson(request.body).object();
    if (path == QLatin1String("/api/open"))
        return open(state, question, request);
    if (path == QLatin1String("/api/check"))
        return check(state, question, request);
    if (path == QLatin1String("/api/answer"))
        return renew(state, question, true);
    if (path == QLatin1String("/api/renew"))
        return renew(state, question, false);
    if (path == QLatin1String("/api/person"))
        return HttpAnswer::json(wish(state, question));
    if (path == QLatin1String("/api/close")) {
        state.challenges.take(text(question, "challenge"));
        return HttpAnswer::json(result("ok"));
    }
    return failure(404);
}

QString issueToken(EmulatorState &state, const TokenSubject &subject, qint64 lifetime)
{
    QString token = state.tokens.issue(subject, lifetime);
    state.tokenIssued(token);
    return token;
}

} // namespace SmartCaptcha::Internal
