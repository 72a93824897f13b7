// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "oneline.h"

QString onOneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text)
        line += c.isPrint() || c.isSurrogate() ? c : QLatin1Char(' ');
    return line;
}
