// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/// The folder of the file that this code was loaded from: the library's, or the program's in a static build.
/// Empty if the system does not tell.
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT QString libraryFolder();

} // namespace SmartCaptcha::Internal
