// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qobjectdefs.h>

namespace SmartCaptcha {

Q_NAMESPACE_EXPORT(SMARTCAPTCHA_CORE_EXPORT)

/// The state of a captcha, the same in widgets and in Qt Quick.
enum class State {
    Idle, ///< Nothing has been loaded.
    Loading, ///< The page is loading; ends within SmartCaptchaOptions::loadTimeout().
    Ready, ///< The captcha waits for the person (Standard) or for execute() (Invisible).
    Checking, ///< The service decides whether it wants a challenge; ends within
              ///< SmartCaptchaOptions::loadTimeout().
    Challenge, ///< The challenge is visible; ends within SmartCaptchaOptions::challengeTimeout().
    Solved, ///< There is a token.
    Expired, ///< The token's five minutes are over. The person can begin again at once.
    Failed, ///< See the error. reset() and load() begin anew.
    Cancelled, ///< The attempt was given up. Followed at once by Ready, Loading or Idle.
};
Q_ENUM_NS(State)

} // namespace SmartCaptcha
