// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "knownservice.h"

#include "secureurl.h"

#include <algorithm>

namespace SmartCaptcha::Internal::KnownService {

QUrl cloudYandexRu()
{
    return QUrl(QStringLiteral("https://smartcaptcha.cloud.yandex.ru"));
}

QUrl yandexCloudNet()
{
    return QUrl(QStringLiteral("https://smartcaptcha.yandexcloud.net"));
}

QList<QUrl> originsOf(const QList<QUrl> &baseUrls)
{
    QList<QUrl> origins;
    for (const QUrl &base : baseUrls)
        origins << QUrl(SecureUrl::origin(base));
    // The last of these was the first address, in 2022.
    const QList<QUrl> known{
        cloudYandexRu(), yandexCloudNet(),
        QUrl(QStringLiteral("https://captcha-api.yandex.ru"))}; // smartcaptcha-lint: ignore SCQT006
    if (std::none_of(known.cbegin(), known.cend(),
                     [&origins](const QUrl &url) { return origins.contains(url); }))
        return origins;
    for (const QUrl &url : known) {
        if (!origins.contains(url))
            origins << url;
    }
    return origins;
}

} // namespace SmartCaptcha::Internal::KnownService
