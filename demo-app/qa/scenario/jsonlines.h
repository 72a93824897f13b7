// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qhash.h>
#include <QtCore/qstring.h>

namespace Qa {

/**
 * In which line of a JSON text each of its fields stands, which QJsonDocument does not tell.
 *
 * Fields are named as in `scenarios[2].set.options.mode`.
 */
class JsonLines {
public:
    /// @p json has to be valid: QJsonDocument has read it.
    explicit JsonLines(const QByteArray &json);

    /// The line of @p field, from 1; of the nearest field around it where there is none.
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
