// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "objectreader.h"

#include "jsonlines.h"
#include "shared/language.h"

#include <QtCore/qjsonarray.h>

#include <cmath>

namespace Qa {

void ReadingContext::complain(const QString &field, const QString &text)
{
    problems << ScenarioProblem{file, lines ? lines->line(field) : 0, field, text};
}

ObjectReader::ObjectReader(const QJsonValue &value, const QString &field, ReadingContext *context)
    : m_object(value.toObject())
    , m_field(field)
    , m_context(context)
{
    if (!value.isObject())
        m_context->complain(m_field, tr("Expected an object, { ... }."));
}

ObjectReader::~ObjectReader()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_asked.contains(it.key()))
            complain(it.key(), tr("Unknown field; it may be misspelt."));
    }
}

QString ObjectReader::field(const QString &name) const
{
    return m_field.isEmpty() ? name : m_field + QLatin1Char('.') + name;
}

void ObjectReader::complain(const QString &name, const QString &text)
{
    m_context->complain(field(name), text);
}

void ObjectReader::complainAboutChoice(const QString &name, const QString &chosen, const QStringList &choices)
{
    complain(name, tr("\"%1\" is invalid; valid values: %2.").arg(chosen, choices.join(QLatin1String(", "))));
}

QJsonValue ObjectReader::value(const QString &name)
{
    m_asked << name;
    return m_object.value(name);
}

QString ObjectReader::text(const QString &name, const QString &otherwise)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return otherwise;
    if (!found.isString()) {
        complain(name, tr("Expected a text in quotation marks."));
        return otherwise;
    }
    return found.toString();
}

QString ObjectReader::requiredText(const QString &name)
{
    const QString found = text(name);
    if (value(name).isUndefined())
        m_context->complain(field(name), tr("This field is missing."));
    else if (value(name).isString() && found.trimmed().isEmpty())
        complain(name, tr("Expected a text that is not empty."));
    return found;
}

LocalText ObjectReader::localText(const QString &name, bool required)
{
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        if (required)
            m_context->complain(field(name), tr("This field is missing."));
        return {};
    }
    if (required && found.isString() && found.toString().trimmed().isEmpty())
        complain(name, tr("Expected a text that is not empty."));
    return localText(found, field(name));
}

LocalText ObjectReader::localText(const QJsonValue &found, const QString &name)
{
    // A plain string is used for every language.
    if (found.isString())
        return LocalText(found.toString());
    ObjectReader each(found, name, m_context);
    LocalText text(each.requiredText(QStringLiteral("en")));
    const QStringList codes = Language::codes().mid(1);
    for (const QString &code : codes)
        text.set(code, each.text(code));
    return text;
}

QList<LocalText> ObjectReader::localTexts(const QString &name)
{
    const QJsonValue found = value(name);
    QList<LocalText> all;
    if (found.isUndefined())
        return all;
    const QJsonArray array = found.toArray();
    if (!found.isArray())
        complain(name, tr("Expected a list, [ ... ]."));
    for (qsizetype i = 0; i < array.size(); ++i)
        all << localText(array.at(i), QStringLiteral("%1[%2]").arg(field(name)).arg(i));
    return all;
}

std::optional<bool> ObjectReader::flag(const QString &name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return {};
    if (!found.isBool()) {
        complain(name, tr("Expected true or false."));
        return {};
    }
    return found.toBool();
}

std::optional<int> ObjectReader::number(const QString &name, int from, int to)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return {};
    const double number = found.toDouble(qQNaN());
    if (std::isnan(number) || number != std::floor(number) || number < from || number > to) {
        complain(name, tr("Expected a whole number from %1 to %2.").arg(from).arg(to));
        return {};
    }
    return int(number);
}

std::optional<qreal> ObjectReader::fraction(const QString &name, qreal from, qreal to)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return {};
    const double number = found.toDouble(qQNaN());
    if (std::isnan(number) || number < from || number > to) {
        complain(name, tr("Expected a number from %1 to %2.").arg(from).arg(to));
        return {};
    }
    return number;
}

std::optional<QSize> ObjectReader::size(const QString &name)
{
    if (!has(name))
        return {};
    ObjectReader both(value(name), field(name), m_context);
    const auto width = both.number(QStringLiteral("width"), 50, 10000);
    const auto height = both.number(QStringLiteral("height"), 50, 10000);
    if (!width || !height) {
        complain(name, tr("Expected a width and a height."));
        return {};
    }
    return QSize(*width, *height);
}

QStringList ObjectReader::texts(const QString &name, const QStringList &allowed)
{
    const QJsonValue found = value(name);
    QStringList all;
    if (found.isUndefined())
        return all;
    if (!found.isArray())
        complain(name, tr("Expected a list, [ ... ]."));
    const QJsonArray array = found.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString entry = QStringLiteral("%1[%2]").arg(name).arg(i);
        const QString text = array.at(i).toString();
        if (!array.at(i).isString())
            complain(entry, tr("Expected a text in quotation marks."));
        else if (!allowed.isEmpty() && !allowed.contains(text))
            complainAboutChoice(entry, text, allowed);
        all << text;
    }
    return all;
}

QVariantMap ObjectReader::map(const QString &name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return {};
    if (!found.isObject())
        complain(name, tr("Expected an object, { ... }."));
    return found.toObject().toVariantMap();
}

} // namespace Qa
