// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qurl.h>

/// The addresses at which Yandex offers the service.
namespace SmartCaptcha::Internal::KnownService {

/// The address since December 2025.
[[nodiscard]] QUrl cloudYandexRu();

/// The address in the documentation until 2025.
[[nodiscard]] QUrl yandexCloudNet();

/**
 * The origins that a page with a captcha from @p baseUrls may use: their own and, if one of them is Yandex's
 * service, those of all its known hosts, because a script from one of them may open frames from another.
 */
[[nodiscard]] QList<QUrl> originsOf(const QList<QUrl> &baseUrls);

} // namespace SmartCaptcha::Internal::KnownService
