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
 * In Standard mode the widget is the service's button; it loads by itself when it is first shown. In
 * Invisible mode it takes no room, and execute() starts a check, usually when the person submits the form.
 * Either way a challenge that the service wants opens as challengePresentation() says.
 *
 * An attempt ends in exactly one of tokenReceived(), cancelled() and errorOccurred(). After an error the
 * widget shows what is wrong and, where it may help, a button to try again.
 *
 * The page runs in a web engine that is loaded as a plugin with the first page, not with the program. It is
 * kept apart from everything else: nothing is stored on disk, it goes to no other page, links that a person
 * clicks open in the system's browser (QDesktopServices), and a certificate that is not trusted ends the
 * attempt. The engine uses QNetworkProxy::applicationProxy() or the system's proxy; a QNetworkProxyFactory of
 * the application is not asked.
 *
 * The captcha is one stop for Tab, at the place that the widget has in the window's order
 * (QWidget::setTabOrder()); Tab goes through the controls of the page, and then on.
 *
 * A challenge is open as long as the widget is visible: one that is hidden, itself or with a page of a stack,
 * a tab, a wizard, an MDI window or its window, cancels it. A window that is minimised keeps it. Keys that
 * are pressed in a challenge act on nothing around it; Esc cancels the challenge.
 *
 * The page follows the widget's palette (light or dark) and, where the options leave the language open, the
 * application's language, also while it is shown.
 *
 * Web pages are not drawn anew under a QGraphicsEffect, and not at all in a QGraphicsScene: no widget around
 * the captcha should have the one or be in the other. A warning in the log (`smartcaptcha.page`) says so
 * once.
 *
 * Use it in the GUI thread. Slots may do anything, delete the widget included. It is destroyed with its
 * parent; one that lives longer than the application object is not supported, as with every widget.
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
    Q_PROPERTY(SmartCaptchaVerifier *verifier READ verifier WRITE setVerifier NOTIFY verifierChanged FINAL)

public:
    using State = SmartCaptcha::State;

    /// Where a challenge opens.
    enum class ChallengePresentation {
        Inline, ///< In the widget's place: it grows, and so does its window where it has to.
        Popup, ///< In a window over the form, which has room for it; the button keeps its place.
    };
    Q_ENUM(ChallengePresentation)

    /// A widget without options; it shows nothing before setOptions().
    explicit SmartCaptchaWidget(QWidget *parent = nullptr);

    /// The same as the other constructor followed by setOptions().
    explicit SmartCaptchaWidget(const SmartCaptchaOptions &options, QWidget *parent = nullptr);

    /// Drops the page. An attempt that is under way ends without a signal.
    ~SmartCaptchaWidget() override;

    [[nodiscard]] SmartCaptchaOptions options() const;

    /// What is shown. A page that is there already stays as it is until the next load() or
    /// execute().
    void setOptions(const SmartCaptchaOptions &options);

    /// Where the captcha stands; Idle before the first page.
    [[nodiscard]] State state() const;

    /// The token; null in every state but Solved.
    [[nodiscard]] SmartCaptchaToken token() const;

    /// Why it failed; SmartCaptchaError::Code::NoError in every state but Failed.
    [[nodiscard]] SmartCaptchaError error() const;

    [[nodiscard]] ChallengePresentation challengePresentation() const;

    /// Popup by default. A challenge that is open already stays where it is.
    void setChallengePresentation(ChallengePresentation presentation);

    [[nodiscard]] bool isAutoLoad() const;

    /**
     * When true, the default, a widget in Standard mode loads its page when it is first shown with options
     * that have no problems. When false, nothing is loaded before load(), execute() or the person's press on
     * a button that the widget shows instead: for forms that must not contact the service unasked.
     */
    void setAutoLoad(bool autoLoad);

    [[nodiscard]] SmartCaptchaVerifier *verifier() const;

    /**
     * Verifies every token as it arrives, which verified() reports; the verifier's connection is opened while
     * the person is still solving. Not owned; it may be destroyed at any time. Null, the default: nothing is
     * verified.
     *
     * When there is no verdict (no network, an error of the backend) and the policy therefore does not accept
     * the token, the captcha says so and offers *Try again*. That verifies the same token once more if it is
     * still valid and was certainly not sent, which only this verifier knows and only with its reuse check;
     * otherwise it starts a new check.
     */
    void setVerifier(SmartCaptchaVerifier *verifier);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /**
     * Loads the page anew with the current options, from any state. A check or challenge that has begun ends
     * as cancelled; an execute() that waits for the page waits for the new one. Invalid options end in
     * errorOccurred(), from the event loop.
     */
    void load();

    /**
     * Starts a check without the person pressing anything, which is how the Invisible mode works: at once
     * when Ready, after loading before that, and as a new attempt when the last one has ended. A page that
     * was loaded with other options, or in another language of the application, is loaded anew first. While a
     * check is under way it does nothing.
     */
    void execute();

    /// A new attempt in either mode: in Standard mode the same as load(), in Invisible mode reset() and
    /// execute().
    void begin();

    /// Begins anew from any state: the token is dropped, and the captcha is as it was when it became Ready.
    /// Does nothing when Idle.
    void reset();

    /// Ends the attempt as cancelled, if one is under way: what Esc does while a challenge is open.
    void cancel();

    /**
     * Starts the web engine without loading a page and without using the network, so that the first page
     * shows sooner: measured 50 to 250 ms. Costs about 100 MB as long as the widget lives, so use it where a
     * captcha is sure to come, for instance when the form opens whose last step is an Invisible captcha.
     */
    void preload();

Q_SIGNALS:
    /// The captcha waits for the person (Standard) or for execute() (Invisible).
    void ready();

    /// A challenge has opened.
    void challengeShown();

    /// The challenge has closed; with or without a token is told by the next signal.
    void challengeHidden();

    /**
     * The person has passed as far as the page can tell. The service must confirm it: see setVerifier().
     *
     * Also while Solved, when the service gives a newer token of its own accord, which takes the place of the
     * old one: its five minutes begin anew, and it is verified like every other.
     */
    void tokenReceived(const SmartCaptchaToken &token);

    /// token() is another one, or none any more.
    void tokenChanged(const SmartCaptchaToken &token);

    /// The five minutes of the token are over; the person can begin again at once.
    void tokenExpired();

    /// The attempt was given up, by the person or with cancel().
    void cancelled();

    /// The attempt has failed. The widget shows SmartCaptchaError::userMessage().
    void errorOccurred(const SmartCaptchaError &error);

    /// What the verifier found out about a token: at least once for each tokenReceived(), and again when the
    /// person has the same token verified with *Try again*. Also when the widget has been reset in the
    /// meantime, but not when the verifier has been destroyed.
    void verified(const SmartCaptchaResult &result);

    void stateChanged(SmartCaptcha::State state);
    void optionsChanged(const SmartCaptchaOptions &options);
    void challengePresentationChanged(SmartCaptchaWidget::ChallengePresentation presentation);
    void autoLoadChanged(bool autoLoad);
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
