// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/smartcaptchatesting_export.h>

#include <QtCore/qglobal.h>
#include <QtCore/qstring.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

class SmartCaptchaScriptedEnginePrivate;

/**
 * Replaces the web engine in tests of an application: captchas show nothing, and the test says what happens
 * in them. A form is tested in milliseconds, also where no web engine is installed.
 *
 * While an object of this class exists, every captcha that loads its page, in a widget or in an item, uses
 * it, whatever its property `engine` says; captchas that already have a page keep theirs until they load
 * again. SmartCaptchaBrowserRequest is not affected. The place of the page stays empty, and so does the
 * window of a challenge. Everything else is as in the application: states, signals, texts, deadlines, the
 * verifier, and the limit on how much a page may report (some twenty events, and then four a second). For a
 * verdict, give it a token of SmartCaptchaEmulator::issueToken() and let the verifier ask the emulator.
 *
 * Each function takes the captcha, a SmartCaptchaWidget or a SmartCaptchaView, loads its page if that is
 * needed, and runs the event loop until the captcha has reacted. It returns false if that takes more than
 * five seconds or cannot be; problem() then says why.
 *
 * For the GUI thread; one object at a time, because the first that is destroyed brings the web engines back.
 * To see the real page as well, use SmartCaptchaPerson.
 */
class SMARTCAPTCHA_TESTING_EXPORT SmartCaptchaScriptedEngine {
public:
    /// From now on captchas use this engine.
    SmartCaptchaScriptedEngine();

    /// The next page of a captcha is shown by a web engine again.
    ~SmartCaptchaScriptedEngine();

    /// The person has passed: @p captcha gets @p token, which must not be empty, nor the one that it has.
    /// True when the captcha has reported it.
    [[nodiscard]] bool giveToken(QObject *captcha, const QString &token);

    /// The service wants a challenge. True when it is open.
    [[nodiscard]] bool showChallenge(QObject *captcha);

    /// The person closes the challenge, which must be open. True when the attempt has been given up.
    [[nodiscard]] bool closeChallenge(QObject *captcha);

    /// The five minutes of the token are over. True when the captcha is Expired.
    [[nodiscard]] bool expireToken(QObject *captcha);

    /**
     * The page fails. @p code is LoadFailed, NetworkError, JavascriptError, CertificateError,
     * RenderProcessGone or WebEngineUnavailable; the others have causes that a test brings about itself. A
     * captcha with a token keeps it, and does not fail. True when the captcha has Failed.
     */
    [[nodiscard]] bool fail(QObject *captcha, SmartCaptchaError::Code code);

    /// Why the last function returned false, in English; empty if it returned true.
    [[nodiscard]] QString problem() const;

private:
    Q_DISABLE_COPY_MOVE(SmartCaptchaScriptedEngine)

    const std::unique_ptr<SmartCaptchaScriptedEnginePrivate> d;
};
