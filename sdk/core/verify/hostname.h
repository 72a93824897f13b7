// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * Whether @p host, from an answer, is the site that @p allowed names. Compares without regard to case, the
 * notation of international names, and a final dot; compares ports if both have one. False if either has no
 * name.
 */
[[nodiscard]] bool isSameHost(const QString &host, const QString &allowed);

} // namespace SmartCaptcha::Internal
