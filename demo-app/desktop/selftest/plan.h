// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace SelfTest {

/// What a person does in a step, one after the other.
enum class Action {
    Press, ///< Clicks the captcha's button, or "Sign in" where the captcha is invisible.
    PressByKeyboard, ///< The same with Tab and the space bar alone.
    Solve, ///< Types the right answer of the challenge and presses Enter.
    SolveAtSecondTry, ///< Types a wrong answer first.
    CloseChallenge, ///< Clicks the cross of the challenge.
    Escape, ///< Presses Esc.
    AwaitExpiry, ///< Waits until the token has expired.
    VerifyAgain, ///< Has the token verified a second time.
};

/// One way a captcha can end.
struct Step {
    QString id;
    QString scenario; ///< The emulator's.
    QList<Action> actions;
    QString outcome; ///< token, cancelled, expired, or the code of an error in lower camel case.
    QString verdict; ///< "human accepted", "undetermined accepted: timeout"; empty when nothing is verified.
    SmartCaptchaOptions::Mode mode = SmartCaptchaOptions::Mode::Standard;
    SmartCaptchaOptions::PageSource pageSource = SmartCaptchaOptions::PageSource::Auto;
    SmartCaptchaWidget::ChallengePresentation presentation =
        SmartCaptchaWidget::ChallengePresentation::Inline;
    bool testMode = false;
    bool strict = false;
    bool dark = false;
    bool retry =
        false; ///< After the failure, Retry is pressed in a scenario without faults, and has to work.
    int loadTimeout = 20000; ///< Milliseconds.
    int challengeTimeout = 60000;
    int verifyTimeout = 5000;
};

/// Every way, in the order in which they are tried.
[[nodiscard]] QList<Step> plan();

} // namespace SelfTest
