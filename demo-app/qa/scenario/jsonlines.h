// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qhash.h>
#include <QtCore/qstring.h>

namespace Qa {

/**
 * The line number of each field in a JSON text, which QJsonDocument does not provide.
 *
 * Fields have names such as `scenarios[2].set.options.mode`.
 */
class JsonLines {
public:
    /// @p json must be valid: check it with QJsonDocument first.
    explicit JsonLines(const QByteArray &json);

    /// The line of @p field, from 1; if there is no such field, that of the nearest enclosing one.
    [[nodiscard]] int line(QString field) const;

private:
    void value(const QString &field);
    void object(const QString &field);
    void array(const QString &field);
    QString string();
    void skipSpace();
    [[nodiscard]] char current() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

    const QByteArray m_json;
    qsizetype m_at = 0;
    int m_line = 1;
    QHash<QString, int> m_lines;
};

} // namespace Qa
