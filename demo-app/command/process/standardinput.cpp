// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "standardinput.h"

#include <QtCore/qfile.h>

namespace StandardInput {

QByteArray read(qint64 limit)
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? input.read(limit) : QByteArray();
}

} // namespace StandardInput
