// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "randomtext.h"

#include <QtCore/qrandom.h>

namespace SmartCaptcha::Internal {

QByteArray randomText(qsizetype length, const QByteArray &letters)
{
    QByteArray text(length, '\0');
    for (char &letter : text)
        letter = letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return text;
}

QByteArray randomName()
{
    return randomText(32, "0123456789abcdef");
}

} // namespace SmartCaptcha::Internal
