// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchastate.h>

#include "captcha/engine/browsertab.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

class SmartCaptchaError;
class SmartCaptchaResult;

namespace SmartCaptcha::Internal {

/// What is shown in place of the captcha, and what a screen reader says of it. All texts are translated.
struct CaptchaStatus {
    Q_DECLARE_TR_FUNCTIONS(SmartCaptcha::Internal::CaptchaStatus)

public:
    enum class Kind {
        Nothing, ///< Not even a text.
        Progress, ///< A text and a progress indicator.
        Message, ///< The text, and the buttons.
    };

    /// What a button does.
    enum class Action {
        GoOn, ///< Loads what is not loaded, or tries again.
        OpenAgain, ///< Opens the page in the browser once more.
        CopyAddress, ///< For another browser.
        Cancel,
        UseBrowser, ///< Goes on in the person's browser instead.
    };

    struct Button {
        Action action = Action::GoOn;
        QString text;
        QString description; ///< For screen readers.
    };

    Kind kind = Kind::Nothing;
    QString text;
    QList<Button> buttons; ///< The most important one first; at most MostButtons.

    static constexpr int MostButtons = 3;

    [[nodiscard]] static CaptchaStatus loading();
    /// Nothing loads before the person presses the button.
    [[nodiscard]] static CaptchaStatus notLoaded();
    /// As notLoaded(), and the page will open in the person's browser.
    [[nodiscard]] static CaptchaStatus notInBrowser();
    /// The page is to be found in the person's browser. @p copied: they have copied its address.
    [[nodiscard]] static CaptchaStatus inBrowser(const BrowserTab &tab, bool copied);
    /// The person has passed, in their browser.
    [[nodiscard]] static CaptchaStatus passedInBrowser();
    /// The token from the browser has expired.
    [[nodiscard]] static CaptchaStatus expiredInBrowser();
    /// @p mayUseBrowser: offers to go on in the person's browser.
    [[nodiscard]] static CaptchaStatus failed(const SmartCaptchaError &error, bool mayUseBrowser);
    /// There is a token, but no verdict.
    [[nodiscard]] static CaptchaStatus notVerified(const SmartCaptchaResult &result);

    /// What a screen reader says when the challenge opens, the check is passed, or the token has expired.
    /// Empty in other states.
    [[nodiscard]] static QString announcement(State state);

private:
    [[nodiscard]] static Button openButton();
};

} // namespace SmartCaptcha::Internal
