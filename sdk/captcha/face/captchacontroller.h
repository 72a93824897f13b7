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
 * What a captcha does besides its session, whoever shows it: when it loads by itself, what Retry means, that
 * the page follows the application's language, that each token goes to the verifier.
 *
 * The widget and the item of Qt Quick put this behind their properties and functions of the same names, and
 * see to the looks. Slots may call anything here, delete it included. GUI thread.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaController : public QObject {
    Q_OBJECT

public:
    /// @p surface is not owned and lives as long as this does.
    explicit CaptchaController(CaptchaSurface *surface);
    ~CaptchaController() override;

    [[nodiscard]] SmartCaptchaOptions options() const;
    /// False when these are the options already.
    bool setOptions(const SmartCaptchaOptions &options);

    /// What the page was loaded with; before the first page the same as options().
    [[nodiscard]] SmartCaptchaOptions shownOptions() const;
    /// True when that is, or will be, the service's button.
    [[nodiscard]] bool isStandard() const;

    [[nodiscard]] State state() const;
    [[nodiscard]] SmartCaptchaToken token() const;
    [[nodiscard]] SmartCaptchaError error() const;

    [[nodiscard]] bool isAutoLoad() const;
    bool setAutoLoad(bool autoLoad);

    [[nodiscard]] SmartCaptchaVerifier *verifier() const;
    bool setVerifier(SmartCaptchaVerifier *verifier);

    /// What to show instead of the page.
    [[nodiscard]] CaptchaStatus status() const;

    /// True when the status is a message, which stands in the page's place.
    [[nodiscard]] bool hasMessage() const;

    void load();
    void execute();
    /// A new attempt: loads the page, or, in Invisible mode, starts a check.
    void begin();
    void reset();
    void cancel();
    void preload();

    /// Drops the page and the host. An attempt that somebody has asked for ends as cancelled.
    void unload();

    /// True while Esc means cancelling.
    [[nodiscard]] bool isCancellable() const;

    /// The surface has become visible.
    void shown();
    /// The surface's colours have changed.
    void appearanceChanged();
    /// The application's language or locale has changed.
    void languageChanged();

    /// Stops everything and drops the host without a signal; for the surface's destructor.
    void tearDown();

public Q_SLOTS:
    /// What pressing the status' button means.
    void retry();

    /**
     * Cancels from the event loop: what Esc, a popup that is closed and a window that is hidden mean. None of
     * these is a moment to take the view apart; and it is for the attempt that they were meant for, not for
     * one that a slot has begun since.
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
    void verified(const SmartCaptchaResult &result);
    /// After present().
    void stateChanged(SmartCaptcha::State state);
    void sizeReported(const QSize &size, bool challenge);

private:
    const std::unique_ptr<CaptchaControllerPrivate> d;
};

} // namespace SmartCaptcha::Internal
