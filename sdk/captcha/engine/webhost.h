// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "captcha/page/captchapage.h"

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

/**
 * How one web engine shows a page and carries its messages. It does not know what they mean.
 *
 * Lives in the GUI thread. The session that it is given to does not own it. A host never emits a signal from
 * inside a call of its functions, and it must bear being deleted by a slot that its signals reach.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT WebHost : public QObject {
    Q_OBJECT

public:
    /// Why a page is not there, or no longer.
    enum class Failure {
        Unreachable, ///< The page's address could not be reached at all: no such host, connection refused, no
                     ///< network.
        Load, ///< It was reached, and the page did not load.
        Certificate, ///< A certificate on the way is not trusted.
        RenderProcessGone, ///< The process that shows the page ended.
        Unavailable, ///< There is no engine.
    };
    Q_ENUM(Failure)

    /// What may come from the page next that would matter.
    enum class Expectation {
        Nothing, ///< Whatever comes changes nothing, as while there is a token.
        Press, ///< What a person brings about by pressing something in the page.
        Answer, ///< The outcome of something that is under way, and has a deadline.
    };
    Q_ENUM(Expectation)

    explicit WebHost(QObject *parent = nullptr);
    ~WebHost() override;

    /// How pages for this host get their messages out.
    [[nodiscard]] virtual CaptchaPage::Transport transport() const = 0;

    /// Shows @p page instead of the one before, whose messages may still arrive.
    virtual void load(const CaptchaPage &page) = 0;

    /// Drops the page.
    virtual void unload() = 0;

    /// Runs @p script in the page's own world, in the main frame. Does nothing without a page.
    virtual void runScript(const QString &script) = 0;

    /// For a host that has to ask its page for messages: how much depends on them. A load() begins with
    /// Answer. Others need not know; the default does nothing.
    virtual void expect(Expectation expectation) { Q_UNUSED(expectation) }

    /// True while the application is held back, as on a phone in the background: the page may not run, what
    /// it says arrives later, and nobody sees it.
    [[nodiscard]] bool isPaused() const { return m_paused; }

Q_SIGNALS:
    /// The page has sent @p json. Hostile: nothing about it has been checked.
    void messageArrived(const QString &json);

    /// The page that was loaded last has failed. @p details is English, without tokens and keys.
    void failed(SmartCaptcha::Internal::WebHost::Failure failure, const QString &details);

    void pausedChanged(bool paused);

protected:
    /// For hosts that know. Emits pausedChanged(), whose slots may delete the host.
    void setPaused(bool paused);

private:
    bool m_paused = false;
};

} // namespace SmartCaptcha::Internal
