// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchastatus.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaResult>

namespace SmartCaptcha::Internal {

CaptchaStatus CaptchaStatus::loading()
{
    return {Kind::Progress, tr("Loading the captcha\u2026"), {}, {}};
}

CaptchaStatus CaptchaStatus::notLoaded()
{
    return {Kind::Message, {}, tr("Show the captcha"), tr("Loads the captcha")};
}

CaptchaStatus CaptchaStatus::failed(const SmartCaptchaError &error)
{
    return {Kind::Message, error.userMessage(), error.isRetryable() ? tr("Try again") : QString(),
            tr("Loads the captcha again")};
}

CaptchaStatus CaptchaStatus::notVerified(const SmartCaptchaResult &result)
{
    return {Kind::Message, result.userMessage(), tr("Try again"), tr("Checks the captcha again")};
}

QString CaptchaStatus::announcement(State state)
{
    switch (state) {
    case State::Challenge:
        return tr("A task has opened. Solve it to confirm that you are not a robot.");
    case State::Solved:
        return tr("You have passed the check.");
    case State::Expired:
        return tr("The check has expired. Please do it again.");
    default:
        return {};
    }
}

} // namespace SmartCaptcha::Internal
