// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaView>

#include <QtCore/qlist.h>
#include <QtCore/qsize.h>
#include <QtCore/qstring.h>

namespace SelfTest {

/// What a person does in a step.
struct Action {
    enum Kind {
        Tap, ///< Taps the item called target.
        TapOutside, ///< Taps beside the sheet that is open.
        Type, ///< Taps the field called target and types text.
        Choose, ///< Sets the keyboard focus to the box called target and presses "down" as often as text
                ///< says.
        Press, ///< Presses the key that text names, wherever the focus is.
        PressCaptcha, ///< Taps the button of the captcha.
        PressCaptchaByKeyboard, ///< The same with Tab and the space bar, from the item called target.
        AwaitReady, ///< Waits until the captcha on the screen can be pressed.
        AwaitChallenge, ///< Waits until a challenge is shown.
        Solve, ///< Types the right answer of the challenge and presses Enter.
        SolveAtSecondTry, ///< Types a wrong answer first.
        CloseCard, ///< Closes the challenge with the cross of its card.
        AwaitEnd, ///< Waits until something has come of the captcha.
        AwaitExpiry, ///< Waits until the token has expired.
        AwaitScreen, ///< Waits until the screen or the message called target is there.
        Retry, ///< Presses "Try again" in the captcha, in a scenario without faults; begins the attempt anew.
        Scenario, ///< Has the emulator do what text says.
    };

    Kind kind;
    QString target;
    QString text;
};

/// A screen to look at, or a way that a captcha can take.
struct Step {
    QString id;
    QString language;
    bool dark = false;
    SmartCaptchaView::Engine engine = SmartCaptchaView::Engine::WebEngine;
    QString scenario = QStringLiteral("human");
    QList<Action> actions;
    QString outcome; ///< shown, token, cancelled, expired, or the code of an error in lower camel case.
    QString verdict; ///< "human accepted"; empty when nothing is verified.
    QSize size = QSize(390, 844);
    int textSize = 100; ///< Percent.
    bool safeArea = false; ///< With the notch and the home indicator of a phone.
};

/**
 * Every screen in each language and in light and dark, every way once with each engine, and the layouts for a
 * phone that is turned, for large text, for a small phone and for one with a notch.
 */
[[nodiscard]] QList<Step> plan();

} // namespace SelfTest
