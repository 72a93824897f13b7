// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// Says in English that this library is of another version than its user, which was built with @p version of
/// the SDK; empty when both are of the same. The classes here change with every version.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT QString versionMismatch(QLatin1String version);

} // namespace SmartCaptcha::Internal
