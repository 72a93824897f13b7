// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>

#include <utility>

/// The value of the first header called @p name, case-insensitively; null if it is missing.
inline QByteArray headerValue(const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &name)
{
    for (const auto &[present, value] : headers) {
        if (present.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}
