// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "versioncheck.h"

#include <SmartCaptcha/SmartCaptchaVersion>

namespace SmartCaptcha::Internal {

QString versionMismatch(QLatin1String version)
{
    const QLatin1String own(SMARTCAPTCHA_VERSION_STR);
    if (version == own)
        return {};
    return QStringLiteral("Two versions of SmartCaptcha for Qt are mixed: a library of %1 uses "
                          "SmartCaptchaCaptcha of %2. Install all of its libraries from one version.")
        .arg(version, own);
}

} // namespace SmartCaptcha::Internal
