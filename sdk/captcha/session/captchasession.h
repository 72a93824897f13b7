// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "captcha/engine/webhost.h"
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qobject.h>
#include <QtCore/qsize.h>

#include <memory>

class SmartCaptchaOptions;

namespace SmartCaptcha::Internal {

class CaptchaSessionPrivate;

/**
 * The state machine between an application that wants a token and a page that may give one.
 *
 * An *attempt* begins with load(), offer(), execute() or reset(), when the session reloads a page by itself,
 * or when the page becomes active after an earlier attempt has ended. It ends in exactly one outcome:
 * tokenReceived(), cancelled() or errorOccurred(). The exception is an attempt that nobody has asked for yet,
 * because offer() or the session itself loaded the page: dropping the page ends it silently. Every state that
 * waits for the page has a deadline; only Ready waits as long as the person likes. Deadlines stop while the
 * host is paused; a token's lifetime does not.
 *
 * Signals are emitted in this order: stateChanged(), tokenChanged(), challengeShown() or challengeHidden(),
 * then ready(), tokenExpired() or the outcome. All of it is decided before the first signal, so slots may
 * call any function here, run event loops, and delete the session. A call from a slot first emits what is
 * still pending, then its own signals. state(), token() and error() return what was announced last.
 *
 * Lives in one thread and uses no GUI class.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaSession : public QObject {
    Q_OBJECT

public:
    /// Periods of grace, in milliseconds.
    struct Graces {
        /// How long a token may still arrive after the challenge has closed. Then the attempt is cancelled.
        int cancel = 400;
        /// The same for a page in the person's browser, which may be at the other end of an SSH connection.
        int cancelInBrowser = 2000;
        /// The least time that a deadline has left when the host resumes: the page has to run again, and its
        /// pending messages have to arrive.
        int resume = 2000;
        /// How many messages about challenges and tokens the page may send at once. A person causes less than
        /// one a second.
        int burst = 20;
    };

    explicit CaptchaSession(QObject *parent = nullptr);
    CaptchaSession(const Graces &graces, QObject *parent);
    ~CaptchaSession() override;

    /// The host that shows the page, not owned; nullptr for none. Changing it drops the old host's page and
    /// attempt as unload() does, but keeps a token.
    void setHost(WebHost *host);
    [[nodiscard]] WebHost *host() const;

    /// Takes effect with the next load().
    void setOptions(const SmartCaptchaOptions &options);
    [[nodiscard]] SmartCaptchaOptions options() const;

    /// The options that the page was loaded with; before the first load, options().
    [[nodiscard]] SmartCaptchaOptions loadedOptions() const;

    /// True when the options leave the language to the application, and it has changed since the page was
    /// loaded.
    [[nodiscard]] bool isLanguageOutdated() const;

    /// For the page that is loaded, and for later ones.
    void setAppearance(const PageAppearance &appearance);

    /// Cancelled only while that outcome is being emitted.
    [[nodiscard]] State state() const;
    /// The token; null in every state but Solved.
    [[nodiscard]] SmartCaptchaToken token() const;
    /// The error; NoError in every state but Failed.
    [[nodiscard]] SmartCaptchaError error() const;

    /// Reloads the page, from any state. Cancels a check or challenge that has begun; an execute() that waits
    /// for the page waits for the new one.
    void load();

    /// As load(), but nobody has asked for a captcha yet.
    void offer();

    /**
     * Starts a check: at once when Ready, otherwise when the page has loaded. After an outcome this is a new
     * attempt. Reloads the page first when its options or its language have changed. Does nothing while a
     * check is under way.
     */
    void execute();

    /// Starts over: loads the page or, in Invisible mode, starts a check.
    void begin();

    /// Repeats what has failed: execute() if a check was asked for, else load().
    void retry();

    /// True from execute() until there is a token or the check is given up. Stays true when the check fails.
    [[nodiscard]] bool isCheckAskedFor() const;

    /// Brings the page back to where it was when it became ready, from any state, and begins a new attempt.
    /// Reloads a page that takes no commands. Does nothing when Idle. With a page in the person's own browser
    /// the state becomes Idle instead, and the browser is opened again only when somebody asks for it.
    void reset();

    /// For when the person gives up. Ends the attempt, if there is one, as cancelled.
    void cancel();

    /// Drops the page; the state becomes Idle. An attempt that was asked for ends as cancelled.
    void unload();

    /// True while a deadline runs, or is held by a paused host.
    [[nodiscard]] bool hasDeadline() const;

Q_SIGNALS:
    void stateChanged(SmartCaptcha::State state);
    void ready();
    /// token() has changed; it may be null.
    void tokenChanged(const SmartCaptchaToken &token);
    void challengeShown();
    void challengeHidden();
    /// Also for a newer token while Solved, after one more press: that is an attempt of its own.
    void tokenReceived(const SmartCaptchaToken &token);
    void tokenExpired();
    void cancelled();
    void errorOccurred(const SmartCaptchaError &error);
    /// The size of the service's widget, or with @p challenge of the open challenge, in device-independent
    /// pixels.
    void sizeReported(const QSize &size, bool challenge);

private:
    const std::unique_ptr<CaptchaSessionPrivate> d;
};

} // namespace SmartCaptcha::Internal
