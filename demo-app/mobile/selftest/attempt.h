// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qnamespace.h>
#include <QtCore/qstring.h>

#include <functional>
#include <optional>

class SmartCaptchaEmulator;

namespace SelfTest {

/// A description such as "human accepted" or "undetermined accepted: timeout".
[[nodiscard]] QString describe(const SmartCaptchaResult &result);

/// The engine's name and version, from the User-Agent of the last request for the captcha's script; empty
/// without one.
[[nodiscard]] QString engineSeenBy(const SmartCaptchaEmulator &emulator);

/**
 * An attempt at the captcha, as a user makes it and the emulator sees it. The code that drives the window
 * records here what the captcha reports.
 */
class Attempt {
public:
    /// Sends keys to wherever the keyboard focus is.
    struct Keyboard {
        std::function<void(const QString &)> type;
        std::function<void(Qt::Key)> press;
    };

    Attempt(SmartCaptchaEmulator *emulator, const Keyboard &keyboard);

    /// token, cancelled, expired, or the error code in lower camel case; empty while there is no outcome.
    QString outcome;
    std::optional<SmartCaptchaResult> result;
    bool challengeShown = false;
    QString problem; ///< What kept the user from going on; empty when nothing did.

    /// Discards the state of the previous attempt, here and in the emulator.
    void begin();

    /// Calls @p press, which presses the captcha's button, until it has an effect.
    bool pressButton(const std::function<void()> &press);

    /// Waits until a challenge is shown.
    bool awaitChallenge();

    /// Solves the challenge, after a wrong answer if @p wrongFirst.
    bool solve(bool wrongFirst = false);

    /// Closes the challenge with the close button of its card.
    void closeCard();

    /// Waits for the outcome @p wanted.
    bool await(const QString &wanted);

    /// Waits for an outcome and, if @p verified, until the token has been verified.
    bool awaitEnd(bool verified);

private:
    bool refuse(const QString &why);

    SmartCaptchaEmulator *const m_emulator;
    const Keyboard m_keyboard;
};

} // namespace SelfTest
