// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * Whether @p host, from an answer, is the site that @p allowed names. Compares without regard to case, to the
 * way an international name is written and to a final dot; compares ports when both have one. False when
 * either has no name.
 */
[[nodiscard]] bool isSameHost(const QString &host, const QString &allowed);

} // namespace SmartCaptcha::Internal
