// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "form.h"

#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

QByteArray formEncoded(const QList<std::pair<QByteArray, QString>> &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += name + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

} // namespace SmartCaptcha::Internal
