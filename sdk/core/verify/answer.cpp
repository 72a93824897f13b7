// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "answer.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

namespace SmartCaptcha::Internal {

std::optional<Answer> parseAnswer(const QByteArray &body)
{
    if (body.size() > maximumAnswerSize)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();

    const QJsonValue status = object.value(QLatin1String("status"));
    Answer answer;
    answer.ok = status == QLatin1String("ok");
    if (!answer.ok && status != QLatin1String("failed"))
        return {};
    answer.message = object.value(QLatin1String("message")).toString();

    const QJsonValue host = object.value(QLatin1String("host"));
    if (host.isString()) {
        answer.host = host.toString();
        // An empty host is not the same as no host at all.
        if (answer.host.isNull())
            answer.host = QLatin1String("");
    } else if (answer.ok && !host.isUndefined() && !host.isNull()) {
        return {};
    }
    return answer;
}

} // namespace SmartCaptcha::Internal
