// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchabrowser_export.h>

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaTokenResult>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qfuture.h>
#include <QtCore/qobject.h>
#include <QtCore/qurl.h>

#include <memory>

class SmartCaptchaBrowserRequestPrivate;

/**
 * Gets a token from a person's own browser, without a window and without a web engine: for command-line
 * tools, services with a person at the keyboard, and programs whose interface is not made with Qt.
 *
 * start() serves the captcha at an address on this computer (127.0.0.1, a port that the system gives, and a
 * path that nobody can guess) and opens it in the browser. An attempt ends in exactly one of tokenReceived(),
 * cancelled() and errorOccurred(), and the address is gone with it. It has no deadline as long as the page is
 * not open: use cancel() for one of your own. The deadlines of the options apply while the page is open.
 *
 * The token carries the host 127.0.0.1 with the port, so the list of hosts of the site key must contain
 * 127.0.0.1, and a SmartCaptchaPolicy with allowed hosts as well. With
 * SmartCaptchaOptions::PageSource::CustomPage the page is one of your own site, and so is the host;
 * docs/browser.md tells how.
 *
 * Needs an event loop in its thread, in which it stays (no moveToThread()), and no QGuiApplication. Slots may
 * do anything, including deleting the object.
 */
class SMARTCAPTCHA_BROWSER_EXPORT SmartCaptchaBrowserRequest : public QObject {
    Q_OBJECT
    Q_PROPERTY(SmartCaptchaOptions options READ options WRITE setOptions NOTIFY optionsChanged FINAL)
    Q_PROPERTY(SmartCaptcha::State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool opensBrowser READ opensBrowser WRITE setOpensBrowser NOTIFY opensBrowserChanged FINAL)

public:
    /// Lets you write SmartCaptchaBrowserRequest::State::Loading.
    using State = SmartCaptcha::State;

    /// A request without options, which must be set before start().
    explicit SmartCaptchaBrowserRequest(QObject *parent = nullptr);

    /// The same as the other constructor followed by setOptions().
    explicit SmartCaptchaBrowserRequest(const SmartCaptchaOptions &options, QObject *parent = nullptr);

    /// Ends an attempt that is under way without a signal; its future has the result Cancelled.
    ~SmartCaptchaBrowserRequest() override;

    /// What to show; a change takes effect with the next start(). Without a page of your own (CustomPage) the
    /// page source does not matter.
    ///@{
    [[nodiscard]] SmartCaptchaOptions options() const;
    void setOptions(const SmartCaptchaOptions &options);
    ///@}

    /// True by default: start() opens the address in the person's browser. When false, nothing is opened. If
    /// no browser can be started, as where there is no desktop, only the log says so (`smartcaptcha.page`),
    /// and the attempt goes on: show url() to the person in any case.
    ///@{
    [[nodiscard]] bool opensBrowser() const;
    void setOpensBrowser(bool opens);
    ///@}

    /// Idle before the first attempt and after cancel(); Loading until the page is ready in the browser.
    [[nodiscard]] State state() const;

    /// What to open in a browser on this computer; empty if no attempt is under way. It is a secret: do not
    /// log it.
    [[nodiscard]] QUrl url() const;

    /**
     * Starts an attempt. The future has exactly one result: the token, or why there is none. Cancelling the
     * future is the same as cancel(), and the future then has no result. While an attempt is under way this
     * returns a future of that attempt.
     */
    QFuture<SmartCaptchaTokenResult> start();

public Q_SLOTS:
    /// Opens the page once more, if the person has lost it; another browser may take it over. Without this,
    /// the first browser that opens url() keeps the page. Does nothing when no attempt is under way.
    void openAgain();

    /// Ends the attempt with cancelled(); the page in the browser says that it is over. Does nothing when
    /// none is under way.
    void cancel();

Q_SIGNALS:
    /// The page can be opened at @p url. Emitted from the event loop.
    void started(const QUrl &url);

    /// The person has passed as far as the page can tell. The service must confirm it: see
    /// SmartCaptchaVerifier.
    void tokenReceived(const SmartCaptchaToken &token);

    /// The attempt was cancelled.
    void cancelled();

    /// The attempt has failed.
    void errorOccurred(const SmartCaptchaError &error);

    /// state() has changed. When an attempt ends, the signal that says how comes after this one.
    void stateChanged(SmartCaptcha::State state);

    /// Emitted when the value has changed, not when the same one is set again.
    ///@{
    void optionsChanged(const SmartCaptchaOptions &options);
    void opensBrowserChanged(bool opens);
    ///@}

private:
    const std::unique_ptr<SmartCaptchaBrowserRequestPrivate> d;
};
