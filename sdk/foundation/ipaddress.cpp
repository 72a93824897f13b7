// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "ipaddress.h"

#include <QtNetwork/qhostaddress.h>

namespace SmartCaptcha::Internal {

bool isIpAddress(const QString &text)
{
    const QHostAddress address(text);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.toString() == text;
    return address.protocol() == QAbstractSocket::IPv6Protocol && address.scopeId().isEmpty()
        && text.trimmed() == text;
}

} // namespace SmartCaptcha::Internal
