// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keyform.h"

#include <algorithm>

namespace SmartCaptcha::Internal::KeyForm {

bool isPossible(const QString &key)
{
    static const QLatin1String impossible("\"'`$(){}=;");
    // "ysc1_..." stands for a key in documents.
    return !key.contains(QLatin1String("...")) && std::all_of(key.cbegin(), key.cend(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f && !impossible.contains(c);
    });
}

QString masked(const QString &key)
{
    QString rest(QChar(0x2026));
    for (const QLatin1String prefix : {clientPrefix, serverPrefix}) {
        if (key.startsWith(prefix))
            return prefix + rest;
    }
    return rest;
}

} // namespace SmartCaptcha::Internal::KeyForm
