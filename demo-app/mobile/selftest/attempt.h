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

/// "human accepted", "undetermined accepted: timeout".
[[nodiscard]] QString describe(const SmartCaptchaResult &result);

/// What the engine has said of itself to the service lately; empty when it has not been there.
[[nodiscard]] QString engineSeenBy(const SmartCaptchaEmulator &emulator);

/**
 * An attempt at the captcha, as a person makes it and the emulator sees it. Whoever drives a window notes
 * here what the captcha reports.
 */
class Attempt {
public:
    /// Keys that go wherever the keyboard focus is.
    struct Keyboard {
        std::function<void(const QString &)> type;
        std::function<void(Qt::Key)> press;
    };

    Attempt(SmartCaptchaEmulator *emulator, const Keyboard &keyboard);

    /// token, cancelled, expired, or the code of an error in lower camel case; empty while nothing has come
    /// of it.
    QString outcome;
    std::optional<SmartCaptchaResult> result;
    bool challengeShown = false;
    QString problem; ///< What has kept the person from going on; empty when nothing has.

    /// Forgets what was before, here and in the emulator.
    void begin();

    /// Has @p press press the captcha's button until it has an effect.
    bool pressButton(const std::function<void()> &press);

    /// Waits until a challenge is shown.
    bool awaitChallenge();

    /// Solves the challenge, after a wrong answer if @p wrongFirst.
    bool solve(bool wrongFirst = false);

    /// Closes the challenge with the cross of its card.
    void closeCard();

    /// Waits for the outcome @p wanted.
    bool await(const QString &wanted);

    /// Waits until something has come of it, and, if @p verified, until the token has been verified.
    bool awaitEnd(bool verified);

private:
    bool refuse(const QString &why);

    SmartCaptchaEmulator *const m_emulator;
    const Keyboard m_keyboard;
};

} // namespace SelfTest
