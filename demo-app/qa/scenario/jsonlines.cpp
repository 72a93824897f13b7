// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "jsonlines.h"

namespace Qa {

JsonLines::JsonLines(const QByteArray &json)
    : m_json(json)
{
    value({});
}

int JsonLines::line(QString field) const
{
    while (!m_lines.contains(field)) {
        const qsizetype end = qMax(field.lastIndexOf(QLatin1Char('.')), field.lastIndexOf(QLatin1Char('[')));
        if (end <= 0)
            return m_lines.value({}, 1);
        field.truncate(end);
    }
    return m_lines.value(field);
}

void JsonLines::skipSpace()
{
    while (m_at < m_json.size() && strchr(" \t\r\n", current())) {
        if (current() == '\n')
            ++m_line;
        ++m_at;
    }
}

void JsonLines::value(const QString &field)
{
    skipSpace();
    // A member is on the line of its name.
    if (!m_lines.contains(field))
        m_lines.insert(field, m_line);
    switch (current()) {
    case '{':
        object(field);
        break;
    case '[':
        array(field);
        break;
    case '"':
        string();
        break;
    default:
        while (m_at < m_json.size() && !strchr(",]} \t\r\n", current()))
            ++m_at;
        break;
    }
    skipSpace();
}

void JsonLines::object(const QString &field)
{
    ++m_at;
    skipSpace();
    while (m_at < m_json.size() && current() != '}') {
        const int line = m_line;
        const QString name = string();
        const QString member = field.isEmpty() ? name : field + QLatin1Char('.') + name;
        m_lines.insert(member, line);
        skipSpace();
        ++m_at; // the colon
        value(member);
        if (current() == ',')
            ++m_at;
        skipSpace();
    }
    ++m_at;
}

void JsonLines::array(const QString &field)
{
    ++m_at;
    skipSpace();
    for (int i = 0; m_at < m_json.size() && current() != ']'; ++i) {
        value(QStringLiteral("%1[%2]").arg(field).arg(i));
        if (current() == ',')
            ++m_at;
        skipSpace();
    }
    ++m_at;
}

// Names are kept with their escape sequences, as in the file, which is also how errors should show them.
QString JsonLines::string()
{
    const qsizetype begin = ++m_at;
    while (m_at < m_json.size() && current() != '"')
        m_at += current() == '\\' ? 2 : 1;
    const QString text = QString::fromUtf8(m_json.mid(begin, m_at - begin));
    ++m_at;
    return text;
}

} // namespace Qa
