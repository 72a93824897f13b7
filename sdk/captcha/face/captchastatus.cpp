// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchastatus.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaResult>

namespace SmartCaptcha::Internal {

CaptchaStatus CaptchaStatus::loading()
{
    return {Kind::Progress, tr("Loading the captcha\u2026"), {}};
}

CaptchaStatus CaptchaStatus::notLoaded()
{
    return {Kind::Message, {}, {{Action::GoOn, tr("Show the captcha"), tr("Loads the captcha")}}};
}

CaptchaStatus CaptchaStatus::notInBrowser()
{
    return {Kind::Message, tr("Confirm in your browser that you are not a robot."), {openButton()}};
}

CaptchaStatus CaptchaStatus::inBrowser(const BrowserTab &tab, bool copied)
{
    QString text;
    if (copied)
        text = tr("The address has been copied. Open it in a browser on this computer.");
    else if (!tab.isBrowserStarted())
        text = tr("No browser could be opened. Copy the address and open it in a browser on this computer.");
    else if (tab.presence() == BrowserTab::Presence::Closed)
        text = tr("The page in your browser was closed before the check was over.");
    else
        text = tr("Go on in your browser. When you have passed the check there, come back here.");
    return {Kind::Message,
            text,
            {{Action::OpenAgain, tr("Open again"), tr("Opens the check in your browser once more")},
             {Action::CopyAddress, tr("Copy the address"), tr("For a browser that does not open by itself")},
             {Action::Cancel, tr("Cancel"), tr("Ends the check in the browser")}}};
}

CaptchaStatus CaptchaStatus::passedInBrowser()
{
    return {Kind::Message, announcement(State::Solved), {}};
}

CaptchaStatus CaptchaStatus::expiredInBrowser()
{
    return {Kind::Message, announcement(State::Expired), {openButton()}};
}

CaptchaStatus::Button CaptchaStatus::openButton()
{
    return {Action::GoOn, tr("Open the browser"), tr("Opens the check in your browser")};
}

CaptchaStatus CaptchaStatus::failed(const SmartCaptchaError &error, bool mayUseBrowser)
{
    CaptchaStatus status{Kind::Message, error.userMessage(), {}};
    if (error.isRetryable())
        status.buttons << Button{Action::GoOn, tr("Try again"), tr("Loads the captcha again")};
    if (mayUseBrowser)
        status.buttons << Button{Action::UseBrowser, tr("Open in the browser"),
                                 tr("Goes on with the check in your browser")};
    return status;
}

CaptchaStatus CaptchaStatus::notVerified(const SmartCaptchaResult &result)
{
    return {Kind::Message,
            result.userMessage(),
            {{Action::GoOn, tr("Try again"), tr("Checks the captcha again")}}};
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
