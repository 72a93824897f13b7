// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchatesting_export.h>

#include <QtCore/qglobal.h>
#include <QtCore/qstring.h>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

class SmartCaptchaEmulator;
class SmartCaptchaPersonPrivate;

/**
 * A person in a test of an application: presses a captcha's button, solves its challenge, or gives up.
 *
 * The real page of the emulator is shown by the captcha's own engine, whichever that is; the emulator plays
 * the person inside it. So a test needs no mouse, no focus and no coordinates, and works without a screen.
 *
 * Each function runs the event loop until the captcha has reacted, and returns true; or false, if it fails or
 * does not react in time. problem() then says why. What the application does in its slots may be over when
 * they return: it may even have reset or deleted the captcha. A window that a slot opens with exec() has to
 * be closed by the test, for instance from a timer.
 *
 * Create it before the challenge is shown, in the GUI thread. The emulator and the captcha are not owned; the
 * emulator must live longer. Several captchas at a time have a person each. If they have one emulator, too,
 * let their challenges open one after the other: the emulator does not know in which captcha one is. If there
 * is no web engine, or a test is to take milliseconds, use SmartCaptchaScriptedEngine.
 */
class SMARTCAPTCHA_TESTING_EXPORT SmartCaptchaPerson {
public:
    /// For @p captcha, a SmartCaptchaWidget or a SmartCaptchaView whose options name the service of @p
    /// emulator. For a dialog, give it SmartCaptchaDialog::captcha().
    SmartCaptchaPerson(SmartCaptchaEmulator &emulator, QObject *captcha);

    /// Leaves the captcha as it is.
    ~SmartCaptchaPerson();

    /// How long each function waits for each of its steps, of which there are up to three; 30 seconds by
    /// default.
    [[nodiscard]] std::chrono::milliseconds patience() const;

    /// Sets how long each function waits.
    void setPatience(std::chrono::milliseconds patience);

    /// Presses the button, after loading the page if that is needed. True when there is a challenge or, if
    /// the service wanted none, a token. An invisible captcha is executed.
    [[nodiscard]] bool press();

    /// Solves the open challenge. True when there is a token.
    [[nodiscard]] bool solve();

    /// Gives a wrong answer to the open challenge. True when it asks again.
    [[nodiscard]] bool answerWrongly();

    /// Closes the open challenge, as with its cross. True when the captcha is no longer open.
    [[nodiscard]] bool closeChallenge();

    /// Why the last function returned false, in English; empty if it returned true.
    [[nodiscard]] QString problem() const;

private:
    Q_DISABLE_COPY_MOVE(SmartCaptchaPerson)

    const std::unique_ptr<SmartCaptchaPersonPrivate> d;
};
