// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "datanotice.h"

QUrl dataNoticeFor(const QString &language)
{
    const QLatin1String domain(language == QLatin1String("ru") ? "ru" : "com");
    return QUrl(QStringLiteral("https://yandex.%1/legal/smartcaptcha_notice/").arg(domain));
}
