// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "networklog.h"

namespace SmartCaptcha::Internal {

const QLoggingCategory &networkLog()
{
    static const QLoggingCategory category("smartcaptcha.net", QtWarningMsg);
    return category;
}

} // namespace SmartCaptcha::Internal
