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
 * What happens between an application that wants a token and a page that may give one.
 *
 * An *attempt* begins with load(), offer(), execute() or reset(), when the session loads a page anew by
 * itself, or when the page shows activity after an earlier attempt has ended. It ends in exactly one outcome:
 * tokenReceived(), cancelled() or errorOccurred(); only one that nobody has asked for yet, with the page
 * loaded by offer() or by the session itself, ends without a word when the page is dropped. Every state in
 * which something is awaited from the page has a deadline; only Ready waits for as long as the person likes.
 * While the host is paused the deadlines wait; a token grows old all the same.
 *
 * Signals come in this order: stateChanged(), tokenChanged(), challengeShown() or challengeHidden(), then
 * ready(), tokenExpired() or the outcome. What they announce has been decided before the first of them, so
 * that slots may call anything here, run event loops, and delete the session. A call from a slot first has
 * the rest of what was decided before announced, then its own. state(), token() and error() are what was
 * announced last.
 *
 * Lives in one thread and knows no GUI class.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaSession : public QObject {
    Q_OBJECT

public:
    /// How long the session is patient, in milliseconds.
    struct Graces {
        /// After the challenge has closed a token may still come; later that counts as cancelled.
        int cancel = 400;
        /// What a deadline that was held by a pause of the host leaves at least when it goes on: the page has
        /// to run again, and what it has said meanwhile to arrive.
        int resume = 2000;
    };

    explicit CaptchaSession(QObject *parent = nullptr);
    CaptchaSession(const Graces &graces, QObject *parent);
    ~CaptchaSession() override;

    /// The host that shows the page, not owned; nullptr for none. Changing it drops the page of the one
    /// before, and what was under way there, as unload() does; a token is kept.
    void setHost(WebHost *host);
    [[nodiscard]] WebHost *host() const;

    /// Takes effect with the next load().
    void setOptions(const SmartCaptchaOptions &options);
    [[nodiscard]] SmartCaptchaOptions options() const;

    /// What the page was loaded with; before the first one the same as options().
    [[nodiscard]] SmartCaptchaOptions loadedOptions() const;

    /// True when the options leave the language to the application, and that has changed since the page was
    /// loaded.
    [[nodiscard]] bool isLanguageOutdated() const;

    /// Tells a page that is there as well.
    void setAppearance(const PageAppearance &appearance);

    /// Never seen as Cancelled for longer than the signals of that outcome take.
    [[nodiscard]] State state() const;
    /// The token; null in every state but Solved.
    [[nodiscard]] SmartCaptchaToken token() const;
    /// The error; NoError in every state but Failed.
    [[nodiscard]] SmartCaptchaError error() const;

    /// Loads the page anew, from any state. A check or challenge that was under way ends as cancelled; an
    /// execute() that waits for the page waits for the new one.
    void load();

    /// As load(), of the application's own accord: nobody has asked for a captcha yet.
    void offer();

    /**
     * Starts a check: at once when Ready, after loading before that, and as a new attempt when the last one
     * has ended. A page for other options, or in another language, is loaded anew first. While a check is
     * under way it does nothing.
     */
    void execute();

    /// A new attempt, whatever there was: loads the page, or, in Invisible mode, starts a check.
    void begin();

    /// Does again what has failed: execute() if a check was asked for, else load().
    void retry();

    /// True from an execute() on until there is a token, or until the check is given up: also when it has
    /// failed.
    [[nodiscard]] bool isCheckAskedFor() const;

    /// Begins anew from any state: the page is as it was when it became ready. One that cannot be commanded
    /// is loaded anew. Nothing happens when Idle.
    void reset();

    /// The person does not want to any more. Ends the attempt as cancelled, if there is one.
    void cancel();

    /// Drops the page; Idle. An attempt that was asked for ends as cancelled.
    void unload();

    /// Whether what is awaited will be given up at some time.
    [[nodiscard]] bool hasDeadline() const;

Q_SIGNALS:
    void stateChanged(SmartCaptcha::State state);
    void ready();
    /// token() is another one, or a null one.
    void tokenChanged(const SmartCaptchaToken &token);
    void challengeShown();
    void challengeHidden();
    /// Also in Solved, when the service gives a newer token of its own accord: an attempt that begins and
    /// ends with it.
    void tokenReceived(const SmartCaptchaToken &token);
    void tokenExpired();
    void cancelled();
    void errorOccurred(const SmartCaptchaError &error);
    /// The widget's size in the page, in device-independent pixels; @p challenge when it is the open
    /// challenge's.
    void sizeReported(const QSize &size, bool challenge);

private:
    const std::unique_ptr<CaptchaSessionPrivate> d;
};

} // namespace SmartCaptcha::Internal
