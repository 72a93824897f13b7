// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "finding.h"

#include <QtCore/qregularexpression.h>

namespace Lint {

QString inWords(const Place &place)
{
    QString text = place.file;
    for (const QString &name : place.inside)
        text += QLatin1Char('!') + name;
    text = masked(text);
    if (place.line > 0)
        return text + QStringLiteral(":%1:%2").arg(place.line).arg(place.column);
    return text + QStringLiteral(": offset 0x%1").arg(place.offset, 0, 16);
}

QString masked(const QString &text)
{
    static const QRegularExpression key(QStringLiteral("(ysc[12](?:_|%5[Ff]))[A-Za-z0-9]+"));
    return QString(text).replace(key, QStringLiteral("\\1\u2026"));
}

} // namespace Lint
