// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pagemessage.h"

#include "foundation/redaction.h"

#include <QtCore/qhash.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

namespace SmartCaptcha::Internal {

namespace {

const QHash<QString, PageMessage::Type> &types()
{
    using Type = PageMessage::Type;
    static const QHash<QString, Type> known{
        {QStringLiteral("scriptLoaded"), Type::ScriptLoaded},
        {QStringLiteral("scriptFailed"), Type::ScriptFailed},
        {QStringLiteral("ready"), Type::Ready},
        {QStringLiteral("challengeVisible"), Type::ChallengeVisible},
        {QStringLiteral("challengeHidden"), Type::ChallengeHidden},
        {QStringLiteral("success"), Type::Success},
        {QStringLiteral("tokenExpired"), Type::TokenExpired},
        {QStringLiteral("networkError"), Type::NetworkError},
        {QStringLiteral("javascriptError"), Type::JavascriptError},
        {QStringLiteral("size"), Type::Size},
    };
    return known;
}

} // namespace

std::optional<PageMessage> PageMessage::parse(const QString &json, const QString &nonce, QString *problem)
{
    const auto refuse = [problem](const char *why) {
        if (problem)
            *problem = QLatin1String(why);
        return std::nullopt;
    };
    if (json.size() > MaximumLength)
        return refuse("it is too long");
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return refuse("it is not a JSON object");
    const QJsonObject object = document.object();
    if (nonce.isEmpty() || object.value(QLatin1String("nonce")).toString() != nonce)
        return refuse("it is not from the page that is loaded");
    const auto type = types().constFind(object.value(QLatin1String("type")).toString());
    if (type == types().cend())
        return refuse("its type is unknown");

    PageMessage message;
    message.type = *type;
    message.attempt = object.value(QLatin1String("attempt")).toInt();
    switch (message.type) {
    case Type::Success: {
        const QJsonValue token = object.value(QLatin1String("token"));
        if (!token.isString())
            return refuse("its token is not a string");
        message.token = token.toString();
        break;
    }
    case Type::ScriptFailed:
        message.description = redacted(object.value(QLatin1String("message")).toString());
        break;
    case Type::JavascriptError:
        message.description =
            redacted(object.value(QLatin1String("message")).toString() + QLatin1String(" (")
                     + object.value(QLatin1String("filename")).toString() + QLatin1Char(':')
                     + QString::number(object.value(QLatin1String("line")).toInt()) + QLatin1Char(':')
                     + QString::number(object.value(QLatin1String("column")).toInt()) + QLatin1Char(')'));
        break;
    case Type::Size:
        message.size = QSize(qBound(0, object.value(QLatin1String("width")).toInt(), 4000),
                             qBound(0, object.value(QLatin1String("height")).toInt(), 4000));
        message.challenge = object.value(QLatin1String("challenge")).toBool();
        break;
    case Type::ScriptLoaded:
        message.address = object.value(QLatin1String("address")).toInt(-1);
        break;
    case Type::Ready:
        message.controllable = object.value(QLatin1String("controllable")).toBool();
        break;
    case Type::ChallengeVisible:
    case Type::ChallengeHidden:
    case Type::TokenExpired:
    case Type::NetworkError:
        break;
    }
    return message;
}

} // namespace SmartCaptcha::Internal
