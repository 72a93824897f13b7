// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// Says in English that the caller was built with another version of the SDK, @p version, than this library;
/// empty if they are the same. The classes here change with every version.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT QString versionMismatch(QLatin1String version);

} // namespace SmartCaptcha::Internal
