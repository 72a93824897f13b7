// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qfile.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstringlist.h>

/// The rows of the table in @p file whose header starts with the cell @p heading, without header and
/// separator; tables in comments are found as well. Empty if there is none.
inline QList<QStringList> tableIn(const QString &file, const QString &heading)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(source.readAll());
    // In a comment, a row may continue on the next line.
    text.replace(QRegularExpression(QStringLiteral(",\n \\* (?=[^|\n]*\\|\n)")), QStringLiteral(", "));
    QList<QStringList> rows;
    bool inside = false;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (QString line : lines) {
        line.remove(QRegularExpression(QStringLiteral("^[ *]*(?=\\|)")));
        if (!line.startsWith(QLatin1Char('|'))) {
            if (inside)
                break;
            continue;
        }
        QStringList cells = line.mid(1).split(QLatin1Char('|'));
        cells.removeLast();
        for (QString &cell : cells)
            cell = cell.trimmed();
        if (!inside)
            inside = cells.constFirst() == heading;
        else if (!cells.constFirst().startsWith(QLatin1String("---")))
            rows << cells;
    }
    return rows;
}
