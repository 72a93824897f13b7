// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "report.h"

#include <QtCore/qlocale.h>

namespace Qa::HtmlReport {

/**
 * @p report as one page that needs nothing else: for a person to read, in the language of @p locale, with the
 * pictures of @p pictureFolder inside. Light and dark as the browser wants it.
 */
[[nodiscard]] QByteArray make(const Report &report, const QLocale &locale, const QString &pictureFolder = {});

} // namespace Qa::HtmlReport
