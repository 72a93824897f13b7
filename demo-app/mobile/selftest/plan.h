// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaView>

#include <QtCore/qlist.h>
#include <QtCore/qsize.h>
#include <QtCore/qstring.h>

namespace SelfTest {

/// A user action in a step.
struct Action {
    enum Kind {
        Tap, ///< Taps the item called target.
        TapOutside, ///< Taps outside the open sheet.
        Type, ///< Taps the field called target and types text.
        Choose, ///< Focuses the box called target and presses "down" as often as text says.
        Press, ///< Presses the key that text names, wherever the focus is.
        PressCaptcha, ///< Taps the button of the captcha.
        PressCaptchaByKeyboard, ///< The same with Tab and the space bar, from the item called target.
        AwaitReady, ///< Waits until the captcha on the screen can be pressed.
        AwaitChallenge, ///< Waits until a challenge is shown.
        Solve, ///< Types the right answer to the challenge and presses Enter.
        SolveAtSecondTry, ///< Types a wrong answer first.
        CloseCard, ///< Closes the challenge with the close button of its card.
        AwaitEnd, ///< Waits for the outcome of the captcha.
        AwaitExpiry, ///< Waits until the token has expired.
        AwaitScreen, ///< Waits until the screen or the message called target is there.
        Retry, ///< Presses "Try again" in the captcha, in a scenario without faults; starts a new attempt.
        Scenario, ///< Switches the emulator to the scenario in text.
        UseBrowser, ///< Chooses the person's browser as the engine; the page is opened, but nobody looks at
                    ///< it.
    };

    Kind kind;
    QString target;
    QString text;
};

/// A screen to look at, or one course that a captcha can take.
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
 * Every screen in each language, light and dark; every course once with each engine; and the layouts for
 * landscape, large text, a small phone and a phone with a notch.
 */
[[nodiscard]] QList<Step> plan();

} // namespace SelfTest
