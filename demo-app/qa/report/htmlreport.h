// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "report.h"

#include <QtCore/qlocale.h>

namespace Qa::HtmlReport {

/**
 * @p report as a self-contained page for people, in the language of @p locale, with the pictures from @p
 * pictureFolder embedded. Light or dark as the browser prefers.
 */
[[nodiscard]] QByteArray make(const Report &report, const QLocale &locale, const QString &pictureFolder = {});

} // namespace Qa::HtmlReport
