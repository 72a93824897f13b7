// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keystroke.h"

Keystroke Keystroke::of(Qt::Key key)
{
    return {key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier,
            key == Qt::Key_Space ? QStringLiteral(" ") : QString()};
}

QList<Keystroke> Keystroke::typing(const QString &text)
{
    QList<Keystroke> strokes;
    for (const QChar character : text)
        strokes << Keystroke{Qt::Key(character.toUpper().unicode()), Qt::NoModifier, QString(character)};
    return strokes;
}
