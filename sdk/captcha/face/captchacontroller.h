// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "captchastatus.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qobject.h>
#include <QtCore/qsize.h>

#include <memory>

class SmartCaptchaVerifier;

namespace SmartCaptcha::Internal {

class CaptchaControllerPrivate;
class CaptchaSurface;

/**
 * What the widget and the item have in common besides the session: when the captcha loads by itself, what
 * "Try again" does, that the page follows the application's language, that each token goes to the verifier.
 *
 * The widget and the item forward their properties and functions of the same names to this, and add the
 * visible part. Slots may call any function and may delete the controller. GUI thread.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaController : public QObject {
    Q_OBJECT

public:
    /// @p surface is not owned and must outlive this.
    explicit CaptchaController(CaptchaSurface *surface);
    ~CaptchaController() override;

    [[nodiscard]] SmartCaptchaOptions options() const;
    /// False when nothing has changed, or when a slot has deleted this.
    bool setOptions(const SmartCaptchaOptions &options);

    /// The options that the page was loaded with; before the first load, options().
    [[nodiscard]] SmartCaptchaOptions shownOptions() const;
    /// True when those show, or will show, the service's button.
    [[nodiscard]] bool isStandard() const;

    [[nodiscard]] State state() const;
    [[nodiscard]] SmartCaptchaToken token() const;
    [[nodiscard]] SmartCaptchaError error() const;

    [[nodiscard]] bool isAutoLoad() const;
    /// As setOptions().
    bool setAutoLoad(bool autoLoad);

    [[nodiscard]] SmartCaptchaVerifier *verifier() const;
    void setVerifier(SmartCaptchaVerifier *verifier);

    /// What to show in place of the page.
    [[nodiscard]] CaptchaStatus status() const;

    /// True when status() is a message.
    [[nodiscard]] bool hasMessage() const;

    void load();
    void execute();
    /// Starts over: loads the page or, in Invisible mode, starts a check.
    void begin();
    void reset();
    void cancel();
    void preload();

    /// Drops the page and the host. An attempt that was asked for ends as cancelled.
    void unload();

    /// Takes back that the person goes on in the browser after another engine has failed. False if they do
    /// not.
    bool forgetBrowserChoice();

    /// True while Esc cancels.
    [[nodiscard]] bool isCancellable() const;

    /// The surface has become visible.
    void shown();
    /// The surface has been hidden. Cancels an open challenge, but from the event loop and only if the
    /// surface is still hidden then: one that moves to another parent is hidden for a moment.
    void hidden();
    /// The surface's colours have changed.
    void appearanceChanged();
    /// The application's language or locale has changed.
    void languageChanged();

    /// Stops everything and drops the host, without a signal. For the surface's destructor.
    void tearDown();

public Q_SLOTS:
    /// For a press of one of the status() buttons. @p action is a CaptchaStatus::Action.
    void press(int action);

    /**
     * Cancels from the event loop: for Esc, a closed popup and a hidden window, in whose event handlers the
     * view must not be destroyed. Cancels the current attempt only, not one that a slot begins in the
     * meantime.
     */
    void cancelLater();

Q_SIGNALS:
    void ready();
    void tokenChanged(const SmartCaptchaToken &token);
    void challengeShown();
    void challengeHidden();
    void tokenReceived(const SmartCaptchaToken &token);
    void tokenExpired();
    void cancelled();
    void errorOccurred(const SmartCaptchaError &error);
    void verified(const SmartCaptchaResult &result, const SmartCaptchaToken &token);
    /// Also with nullptr, when the verifier has been destroyed.
    void verifierChanged(SmartCaptchaVerifier *verifier);
    /// Emitted after CaptchaSurface::present().
    void stateChanged(SmartCaptcha::State state);
    void sizeReported(const QSize &size, bool challenge);

private:
    const std::unique_ptr<CaptchaControllerPrivate> d;
};

} // namespace SmartCaptcha::Internal
