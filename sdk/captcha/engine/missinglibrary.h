// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// The Debian package of the Qt library that is missing according to @p problem, the dynamic linker's message
/// about a plugin. Empty if none is missing, so that nobody is told to install what is already there, and on
/// systems other than Linux.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT QString missingPackage(const QString &problem);

} // namespace SmartCaptcha::Internal
