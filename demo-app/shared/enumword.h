// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetaobject.h>
#include <QtCore/qstring.h>

/// The name of an enumerator as in files and reports, in lower camel case: `loadTimeout`. Empty for a value
/// without a name.
template <class Enum>
[[nodiscard]] QString wordFor(Enum value)
{
    QString word = QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
    if (!word.isEmpty())
        word[0] = word.at(0).toLower();
    return word;
}
