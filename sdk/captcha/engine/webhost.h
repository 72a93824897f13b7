// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "captcha/page/captchapage.h"

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

class BrowserTab;

/**
 * Shows a page in one web engine and carries its messages, without knowing what they mean.
 *
 * Lives in the GUI thread. The session that uses it does not own it. A host never emits a signal from inside
 * a call of its functions, and slots that are connected to its signals may delete it.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT WebHost : public QObject {
    Q_OBJECT

public:
    /// Why a page failed.
    enum class Failure {
        Unreachable, ///< The page's address could not be reached at all: no such host, connection refused, no
                     ///< network.
        Load, ///< The address was reached, but the page did not load.
        Certificate, ///< A certificate is not trusted.
        RenderProcessGone, ///< The renderer process ended.
        Unavailable, ///< There is no web engine.
    };
    Q_ENUM(Failure)

    /// What the session expects from the page next.
    enum class Expectation {
        Nothing, ///< Nothing that would change anything, for instance while there is a token.
        Press, ///< What happens when a person presses something in the page.
        Answer, ///< The outcome of something that is under way and has a deadline.
    };
    Q_ENUM(Expectation)

    explicit WebHost(QObject *parent = nullptr);
    ~WebHost() override;

    /// How pages deliver their messages to this host.
    [[nodiscard]] virtual CaptchaPage::Transport transport() const = 0;

    /// Loads @p page in place of the previous one, whose messages may still arrive.
    virtual void load(const CaptchaPage &page) = 0;

    /// Drops the page.
    virtual void unload() = 0;

    /// Gives the page @p command; docs/pages.md lists them. Does nothing without a page. The default runs
    /// CaptchaPage::commandScript().
    virtual void sendCommand(const QJsonObject &command);

    /// Runs @p script in the page's main world, in the main frame. Does nothing without a page.
    virtual void runScript(const QString &script) = 0;

    /// The tab, if the page shows in the person's own browser; nullptr if the host shows it itself. Such a
    /// page is for one attempt: it opens when somebody asks for it, and is dropped with the outcome.
    [[nodiscard]] virtual BrowserTab *browserTab() const { return nullptr; }

    /// The attempt ends with a token, and unload() follows. Only for hosts with a browserTab().
    virtual void notePassed() {}

    /// Tells a host that has to poll its page what to expect. A load() begins with Answer. Other hosts need
    /// not know; the default does nothing.
    virtual void expect(Expectation expectation) { Q_UNUSED(expectation) }

    /// Whether the person has pressed something in the page since the last call of this, or since the page
    /// was loaded. Always true for hosts that cannot tell, which is the default.
    [[nodiscard]] virtual bool takePress() { return true; }

    /// True while the page may not run, its messages arrive late, and nobody sees it: the application is
    /// suspended, as on a phone in the background, or the page in the person's browser is not open.
    [[nodiscard]] bool isPaused() const { return m_paused; }

Q_SIGNALS:
    /// The page has sent @p json. Untrusted: nothing in it has been checked.
    void messageArrived(const QString &json);

    /// The page that was loaded last has failed. @p details is English, without tokens and keys.
    void failed(SmartCaptcha::Internal::WebHost::Failure failure, const QString &details);

    void pausedChanged(bool paused);

    /// A person has loaded the page anew in their browser, and what it had shown is gone. It will be ready
    /// again, and gets all commands again. Only from hosts with a browserTab().
    void reloaded();

protected:
    /// For hosts that can tell. Emits pausedChanged(), whose slots may delete the host.
    void setPaused(bool paused);

private:
    bool m_paused = false;
};

} // namespace SmartCaptcha::Internal
