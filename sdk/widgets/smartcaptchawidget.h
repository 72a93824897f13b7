// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtWidgets/qwidget.h>

#include <memory>

class SmartCaptchaResult;
class SmartCaptchaVerifier;
class SmartCaptchaWidgetPrivate;

/**
 * The captcha as a widget: put it into a form, and take the token from tokenReceived().
 *
 * In Standard mode the widget is the service's button, and loads by itself when it is first shown. In
 * Invisible mode it takes no room, and execute() starts a check, usually when the person submits the form. In
 * both modes, challengePresentation() decides where a challenge opens.
 *
 * An attempt begins with load(), begin() or execute(), with reset() where a page is shown in the program,
 * when the widget loads its page by itself, or when the person presses a page whose last attempt is over. It
 * ends in exactly one of tokenReceived(), cancelled() and errorOccurred(). One that nobody has asked for,
 * because the page has loaded by itself, ends without a signal if that page is dropped, as by setEngine().
 * After an error the widget shows what is wrong and, where it may help, a button to try again.
 *
 * The page runs in a web engine, a plugin that is loaded with the first page, not when the program starts.
 * The page is isolated: nothing is stored on disk, it cannot navigate to another page, links that a person
 * clicks open in the system's browser (QDesktopServices), and a certificate that is not trusted ends the
 * attempt. The engine uses QNetworkProxy::applicationProxy() or the system's proxy, but not a
 * QNetworkProxyFactory of the application.
 *
 * With the engine Browser, which Auto takes where there is no other, the page shows in the person's own
 * browser instead, and the widget tells how to get there (docs/browser.md). It then takes room in both modes
 * while it waits, and hiding it cancels nothing.
 *
 * The captcha has one place in the window's tab order, that of the widget (QWidget::setTabOrder()). Tab goes
 * through the controls of the page and then on.
 *
 * Hiding the widget cancels an open challenge, also if it is hidden together with a page of a stack, a tab, a
 * page of a wizard, an MDI subwindow or its window. Minimising the window does not. Keys pressed in a
 * challenge do not affect anything around it; Esc cancels the challenge.
 *
 * The page follows the widget's palette (light or dark) and, if the options leave the language open, the
 * application's language, even while it is shown.
 *
 * Web pages are not repainted under a QGraphicsEffect, and not shown at all in a QGraphicsScene: no widget
 * around the captcha may have such an effect or be in a scene. A warning in the log (`smartcaptcha.page`)
 * says so, once.
 *
 * Use it in the GUI thread. Slots may do anything, including deleting the widget. It is destroyed with its
 * parent and, like any widget, must not outlive the application object.
 */
class SMARTCAPTCHA_WIDGETS_EXPORT SmartCaptchaWidget : public QWidget {
    Q_OBJECT
    Q_MOC_INCLUDE("SmartCaptcha/SmartCaptchaResult")
    Q_MOC_INCLUDE("SmartCaptcha/SmartCaptchaVerifier")
    Q_PROPERTY(SmartCaptchaOptions options READ options WRITE setOptions NOTIFY optionsChanged FINAL)
    Q_PROPERTY(SmartCaptcha::State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(SmartCaptchaToken token READ token NOTIFY tokenChanged FINAL)
    Q_PROPERTY(SmartCaptchaError error READ error NOTIFY stateChanged FINAL)
    Q_PROPERTY(ChallengePresentation challengePresentation READ challengePresentation WRITE
                   setChallengePresentation NOTIFY challengePresentationChanged FINAL)
    Q_PROPERTY(bool autoLoad READ isAutoLoad WRITE setAutoLoad NOTIFY autoLoadChanged FINAL)
    Q_PROPERTY(Engine engine READ engine WRITE setEngine NOTIFY engineChanged FINAL)
    Q_PROPERTY(Engine activeEngine READ activeEngine NOTIFY activeEngineChanged FINAL)
    Q_PROPERTY(SmartCaptchaVerifier *verifier READ verifier WRITE setVerifier NOTIFY verifierChanged FINAL)

public:
    /// Lets you write SmartCaptchaWidget::State::Solved.
    using State = SmartCaptcha::State;

    /// Where a challenge opens.
    enum class ChallengePresentation {
        Inline, ///< In the widget itself: it grows, and so does its window if it has to.
        Popup, ///< In a window of its own over the form; the button keeps its place.
    };
    Q_ENUM(ChallengePresentation)

    /// What shows the page.
    enum class Engine {
        Auto, ///< WebEngine if it is there, can start and is new enough
              ///< (SmartCaptchaOptions::minimumChromium()), else Browser.
        WebEngine, ///< Qt WebEngine, in the widget. A plugin of the SDK, loaded with the first page.
        Browser = 3, ///< The person's own browser; the widget shows how to get there. Needs no web engine.
                     ///< The number is that of SmartCaptchaView::Engine::Browser.
    };
    Q_ENUM(Engine)

    /// A widget without options; it shows nothing before setOptions().
    explicit SmartCaptchaWidget(QWidget *parent = nullptr);

    /// The same as the other constructor followed by setOptions().
    explicit SmartCaptchaWidget(const SmartCaptchaOptions &options, QWidget *parent = nullptr);

    /// Drops the page. An attempt that is under way ends without a signal.
    ~SmartCaptchaWidget() override;

    /// What to show. A page that is already there stays as it is until the next load() or execute().
    ///@{
    [[nodiscard]] SmartCaptchaOptions options() const;
    void setOptions(const SmartCaptchaOptions &options);
    ///@}

    /// The state of the captcha; Idle before the first page.
    [[nodiscard]] State state() const;

    /// The token; null in every state but Solved.
    [[nodiscard]] SmartCaptchaToken token() const;

    /// Why it failed; SmartCaptchaError::Code::NoError in every state but Failed.
    [[nodiscard]] SmartCaptchaError error() const;

    /// Where a challenge opens; Popup by default. One that is already open stays where it is.
    ///@{
    [[nodiscard]] ChallengePresentation challengePresentation() const;
    void setChallengePresentation(ChallengePresentation presentation);
    ///@}

    /**
     * When true, the default, a widget in Standard mode loads its page when it is first shown with options
     * that have no problems. When false, nothing is loaded until load() or execute() is called or the person
     * presses a button that the widget shows instead: for forms that must not contact the service by
     * themselves.
     */
    ///@{
    [[nodiscard]] bool isAutoLoad() const;
    void setAutoLoad(bool autoLoad);
    ///@}

    /**
     * Auto by default. Changing it drops the page: the captcha becomes Idle, or loads again if it is shown
     * and loads by itself.
     *
     * With Browser nothing loads by itself, because a browser opens only when the person asks for it: the
     * widget shows a button for that, as with autoLoad false. The site key's list of hosts must contain
     * 127.0.0.1; docs/browser.md tells more.
     */
    ///@{
    [[nodiscard]] Engine engine() const;
    void setEngine(Engine engine);
    ///@}

    /// The engine that shows the page; Auto before the first page, and when there is no engine.
    [[nodiscard]] Engine activeEngine() const;

    /**
     * Every token goes to this verifier as it arrives; verified() reports the result. The verifier opens its
     * connection while the person is still solving. Not owned; it may be destroyed at any time, and this is
     * null then. With null, the default, nothing is verified.
     *
     * When there is no verdict (no network, an error of the backend) and the policy therefore does not accept
     * the token, the captcha says so and offers *Try again*. That verifies the same token once more if it is
     * still valid and was certainly not sent, which only this verifier knows and only with its reuse check;
     * otherwise it starts a new check.
     */
    ///@{
    [[nodiscard]] SmartCaptchaVerifier *verifier() const;
    void setVerifier(SmartCaptchaVerifier *verifier);
    ///@}

    /// The room for what is to be seen now: the button, a message, or a challenge that is open inline; none
    /// in Invisible mode while there is neither. The layout around the widget is told when it changes.
    [[nodiscard]] QSize sizeHint() const override;

    /// As sizeHint(), but the button and a message may be narrower.
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /**
     * Loads the page anew with the current options, from any state. A check or challenge that has begun ends
     * as cancelled; an execute() that waits for the page waits for the new one. Invalid options end in
     * errorOccurred(), from the event loop.
     */
    void load();

    /**
     * Starts a check without the person pressing anything, which is how Invisible mode works: at once if
     * Ready, otherwise after loading, and as a new attempt if the last one has ended. A page that was loaded
     * with other options, or in another language of the application, is reloaded first. Does nothing while a
     * check is under way.
     */
    void execute();

    /// Starts a new attempt in either mode: like load() in Standard mode, like reset() and execute() in
    /// Invisible mode.
    void begin();

    /// Starts over, from any state: the token is dropped, and the captcha is as it was when it became Ready;
    /// with the engine Browser as it was before it was loaded. Does nothing when Idle.
    void reset();

    /// Ends an attempt that is under way with cancelled(), as Esc does during a check or a challenge, or
    /// while the person is in the browser.
    void cancel();

    /**
     * Starts the web engine without loading a page and without using the network, so that the first page
     * shows sooner, by some 50 ms as measured. Costs some 30 MB, and 110 with the engine's files, as long as
     * the widget exists, so use it only if a captcha is sure to follow, for instance when a form opens whose
     * last step is an Invisible captcha.
     */
    void preload();

Q_SIGNALS:
    /// The page has been loaded, and the captcha waits for the person (Standard) or for execute()
    /// (Invisible). It can become Ready again without a load, and so without this signal, as after a
    /// challenge that was closed: see stateChanged().
    void ready();

    /// A challenge has opened.
    void challengeShown();

    /// The challenge has closed. It may open again; else tokenReceived(), cancelled() or errorOccurred()
    /// follows soon, unless the person has only loaded the page in their browser anew.
    void challengeHidden();

    /**
     * The person has passed as far as the page can tell. The service must confirm it: see setVerifier().
     *
     * Also emitted while Solved, when the person presses once more and the service issues a newer token. It
     * replaces the old one: five new minutes begin, and it is verified like any other.
     */
    void tokenReceived(const SmartCaptchaToken &token);

    /// token() has changed; it may be null now.
    void tokenChanged(const SmartCaptchaToken &token);

    /// The five minutes of the token are over; the person can start again at once.
    void tokenExpired();

    /// The attempt was cancelled, by the person or with cancel().
    void cancelled();

    /// The attempt has failed. The widget shows SmartCaptchaError::userMessage().
    void errorOccurred(const SmartCaptchaError &error);

    /// What the verifier found out about @p token: at least once for each tokenReceived(), and again when the
    /// person has the same token verified with *Try again*. Also when the widget has been reset in the
    /// meantime, or has a newer token, so compare it with token() if that matters; but not when the verifier
    /// has been destroyed.
    void verified(const SmartCaptchaResult &result, const SmartCaptchaToken &token);

    /// state() has changed; token() and error() already belong to the new state. When an attempt ends, the
    /// signal that says how comes after this one.
    void stateChanged(SmartCaptcha::State state);

    /// Emitted when the value has changed, not when the same one is set again.
    ///@{
    void optionsChanged(const SmartCaptchaOptions &options);
    void challengePresentationChanged(SmartCaptchaWidget::ChallengePresentation presentation);
    void autoLoadChanged(bool autoLoad);
    ///@}

    /// engine() has changed; the page that the old engine showed is gone already.
    void engineChanged(SmartCaptchaWidget::Engine engine);

    /// activeEngine() has changed. Emitted from the event loop.
    void activeEngineChanged(SmartCaptchaWidget::Engine engine);

    /// verifier() has changed; to null also when the verifier has been destroyed.
    void verifierChanged(SmartCaptchaVerifier *verifier);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    friend class SmartCaptchaWidgetPrivate;
    const std::unique_ptr<SmartCaptchaWidgetPrivate> d;
};
