// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

namespace Qa {

/// A service to try, and the keys for it.
struct Profile {
    QString name;
    bool emulator = true; ///< The harness' own service; nothing below matters then.
    SmartCaptchaService service;
    QString siteKey;
    SmartCaptchaServerKey serverKey;
    QUrl pageOrigin;
};

} // namespace Qa
