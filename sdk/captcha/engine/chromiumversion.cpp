// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "chromiumversion.h"

#include <QtCore/qversionnumber.h>

namespace SmartCaptcha::Internal::ChromiumVersion {

int majorOf(const char *version)
{
    return QVersionNumber::fromString(QLatin1String(version)).majorVersion();
}

QString objection(int major, int minimum)
{
    if (major == 0 || major >= minimum)
        return {};
    return QStringLiteral("Qt WebEngine is based on Chromium %1, and SmartCaptchaOptions::minimumChromium() "
                          "is %2. Use a newer Qt, or choose an engine.")
        .arg(major)
        .arg(minimum);
}

} // namespace SmartCaptcha::Internal::ChromiumVersion
