// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "httpmessage.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

namespace SmartCaptcha::Internal {

QByteArray headerValue(const HeaderFields &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray HttpRequest::header(const QByteArray &name) const
{
    return headerValue(headers, name);
}

FormFields HttpRequest::queryFields() const
{
    return decodeForm(query);
}

FormFields HttpRequest::bodyFields() const
{
    const QByteArray type = header("content-type").split(';').value(0).trimmed().toLower();
    return type == "application/x-www-form-urlencoded" ? decodeForm(body) : FormFields();
}

HttpAnswer HttpAnswer::of(const QByteArray &contentType, const QByteArray &body)
{
    HttpAnswer answer;
    answer.contentType = contentType;
    answer.body = body;
    return answer;
}

HttpAnswer HttpAnswer::json(const QJsonObject &object)
{
    return of("application/json; charset=utf-8", QJsonDocument(object).toJson(QJsonDocument::Compact));
}

int HttpAnswer::visibleStatus() const
{
    return delivery == Delivery::Never || delivery == Delivery::Closed ? 0 : status;
}

FormFields decodeForm(const QByteArray &encoded)
{
    const auto decode = [](QByteArray part) {
        part.replace('+', ' ');
        return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
    };
    FormFields fields;
    const QList<QByteArray> parts = encoded.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        if (equals < 0)
            fields.append({decode(part), QStringLiteral("")});
        else
            fields.append({decode(part.left(equals)), decode(part.mid(equals + 1))});
    }
    return fields;
}

QString formValue(const FormFields &fields, const QString &name)
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace SmartCaptcha::Internal
