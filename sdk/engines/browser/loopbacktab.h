// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/browsertab.h"
#include "captcha/page/captchapage.h"
#include "loopback/httpserver.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qtimer.h>

#include <functional>
#include <memory>

namespace SmartCaptcha::Internal {

/**
 * Serves a captcha page to the person's own browser for one attempt: at 127.0.0.1, at a port that the system
 * gives, under an address that nobody can guess.
 *
 * Other programs and pages on this computer can reach the port, too. Only requests that the page itself, or
 * the browser that has opened it, would send are answered; docs/browser.md says how they are told apart. A
 * page on the application's own site (CaptchaPage without html()) is not served but opened, and brings its
 * token back with a form that it sends here.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT LoopbackTab : public BrowserTab {
    Q_OBJECT

public:
    /// Opens an address in the person's browser; false if that is not possible.
    using Opener = std::function<bool(const QUrl &)>;

    explicit LoopbackTab(Opener opener, QObject *parent = nullptr);
    ~LoopbackTab() override;

    /// Serves @p page and opens it. False, with the reason in @p problem, if it cannot be served.
    [[nodiscard]] bool begin(const CaptchaPage &page, QString *problem);

    /// Ends the attempt: the tab says so, and nothing is served any more.
    void end(bool passed);

    /// Has the page do @p command, also after the person has loaded it again.
    void sendCommand(const QJsonObject &command);

    [[nodiscard]] Presence presence() const override { return m_presence; }
    [[nodiscard]] QUrl address() const override;
    [[nodiscard]] bool isBrowserStarted() const override { return m_started; }
    void openAgain() override;
    void allowAnotherBrowser() override;

Q_SIGNALS:
    /// The page has sent @p json. Untrusted.
    void messageArrived(const QString &json);

    /// The page has been loaded once more, in the same tab or another.
    void reloaded();

protected:
    /// What serves the page; nullptr without one. For tests, whose clients have no network.
    [[nodiscard]] HttpServer *server() const { return m_server.get(); }

private:
    void answer(const HttpRequest &request, const HttpReply &reply);
    void servePage(const HttpRequest &request, const HttpReply &reply);
    void takeMessages(const HttpRequest &request, const HttpReply &reply);
    void takePoll(const HttpRequest &request, const HttpReply &reply);
    void takeToken(const HttpRequest &request, const HttpReply &reply);
    void answerPoll();
    void note(Presence presence);
    void open();
    [[nodiscard]] bool isOfPage(const HttpRequest &request) const;
    [[nodiscard]] bool takePageId(const QString &id, const HttpReply &reply);
    [[nodiscard]] QByteArray origin() const;
    [[nodiscard]] QString pathOf(const char *name) const;

    const Opener m_opener;
    std::unique_ptr<HttpServer> m_server;
    CaptchaPage m_page;
    QString m_secret; // the unguessable part of the path
    QByteArray m_cookie; // of the browser that has the page; empty until one has
    QByteArray m_state; // that a page on the application's site has to bring back
    QString m_pageId; // of the load that the application talks to
    QStringList m_replaced; // earlier loads
    QJsonArray m_commands; // all of this attempt, for a page that is loaded again
    int m_lastAttempt = 0; // that a command named
    HttpReply m_poll;
    int m_pollSeen = 0;
    struct Report {
        HttpReply reply;
        bool isForm = false;
    };
    Report m_report; // the messages that are being handled
    bool m_mayMove = false; // to another browser
    bool m_moveIsForLoad = false; // m_mayMove ends with the next load, in whichever browser
    Presence m_presence = Presence::None;
    bool m_started = false;
    QTimer m_pollEnd;
    QTimer m_absence;
};

} // namespace SmartCaptcha::Internal
