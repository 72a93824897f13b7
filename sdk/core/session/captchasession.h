// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include "core/host/webhost.h"
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
 * An *attempt* begins with load() or execute(), or when the page of a standard captcha shows activity after
 * an earlier attempt has ended. It ends in exactly one outcome: tokenReceived(), cancelled() or
 * errorOccurred(). Every state in which something is awaited from the page has a deadline; only Ready waits
 * for as long as the person likes. While the host is paused the deadlines wait; a token grows old all the
 * same.
 *
 * Slots may call anything here, delete the session included. Lives in one thread and knows no GUI class.
 */
class SMARTCAPTCHA_CORE_EXPORT CaptchaSession : public QObject {
    Q_OBJECT

public:
    /// How long after the challenge has closed a token may still come before that counts as cancelled,
    /// milliseconds.
    static constexpr int CancelGrace = 400;

    /// How much time a deadline that was held by a pause of the host leaves at least when it goes on,
    /// milliseconds: the page has to run again, and what it has said meanwhile to arrive.
    static constexpr int ResumeGrace = 2000;

    explicit CaptchaSession(QObject *parent = nullptr);
    ~CaptchaSession() override;

    /// The host that shows the page, not owned; nullptr for none. Changing it drops the page of the one
    /// before.
    void setHost(WebHost *host);
    [[nodiscard]] WebHost *host() const;

    /// Takes effect with the next load().
    void setOptions(const SmartCaptchaOptions &options);
    [[nodiscard]] SmartCaptchaOptions options() const;

    /// Tells a page that is there as well.
    void setAppearance(const PageAppearance &appearance);

    [[nodiscard]] State state() const;
    /// The token; null in every state but Solved.
    [[nodiscard]] SmartCaptchaToken token() const;
    /// The error; NoError in every state but Failed.
    [[nodiscard]] SmartCaptchaError error() const;

    /// Loads the page anew, from any state. An attempt that was under way, other than loading, ends as
    /// cancelled.
    void load();

    /**
     * Starts a check: at once when Ready, after loading before that, and as a new attempt when the last one
     * has ended. While one is under way it does nothing.
     */
    void execute();

    /// Begins anew from any state: the page is as it was when it became ready. Nothing happens when Idle.
    void reset();

    /// The person does not want to any more. Ends the attempt as cancelled, if there is one.
    void cancel();

    /// Drops the page; Idle. A check or challenge that was under way ends as cancelled, as with load().
    void unload();

    /// For tests: see CancelGrace.
    void setCancelGrace(int milliseconds);

    /// For tests: see ResumeGrace.
    void setResumeGrace(int milliseconds);

Q_SIGNALS:
    void stateChanged(SmartCaptcha::State state);
    void ready();
    void challengeShown();
    void challengeHidden();
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
