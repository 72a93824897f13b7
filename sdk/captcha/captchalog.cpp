// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchalog.h"

namespace SmartCaptcha::Internal {

const QLoggingCategory &sessionLog()
{
    static const QLoggingCategory category("smartcaptcha.session", QtWarningMsg);
    return category;
}

const QLoggingCategory &pageLog()
{
    static const QLoggingCategory category("smartcaptcha.page", QtWarningMsg);
    return category;
}

} // namespace SmartCaptcha::Internal
