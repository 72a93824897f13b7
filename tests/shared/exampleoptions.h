// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaOptions>

/// Valid options, for the SDK's own page.
inline SmartCaptchaOptions standard()
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
    options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
    return options;
}

/// The same in invisible mode.
inline SmartCaptchaOptions invisible()
{
    SmartCaptchaOptions options = standard();
    options.setMode(SmartCaptchaOptions::Mode::Invisible);
    return options;
}
