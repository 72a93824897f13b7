// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchaquick_export.h>

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtGui/qcolor.h>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/qquickitem.h>

#include <memory>

class SmartCaptchaViewPrivate;

/**
 * The captcha as a Qt Quick item, `SmartCaptchaView` in QML: the counterpart of SmartCaptchaWidget.
 *
 * In Standard mode the item is the service's button, and loads by itself when it is first shown. In Invisible
 * mode it takes no room, and execute() starts a check, usually when the person submits the form. In both
 * modes, challengePresentation decides where a challenge opens.
 *
 * An attempt begins with load(), begin() or execute(), with reset() where a page is shown in the program,
 * when the item loads its page by itself, or when the person presses a page whose last attempt is over. It
 * ends in exactly one of tokenReceived(), cancelled() and errorOccurred(). One that nobody has asked for,
 * because the page has loaded by itself, ends without a signal if that page is dropped, as by setEngine().
 * After an error the item shows what is wrong and, where it may help, a button to try again.
 *
 * The page runs in Qt WebEngine on the desktop, and in Qt WebView, the system's own web view, on Android and
 * iOS. The engine is loaded with the first page, not when the program starts. SmartCaptcha::initializeQuick()
 * must be called before the application object is created.
 *
 * The system draws a page in Qt WebView on top of everything else in the window: put nothing over this item,
 * and hide it while one of your dialogs is open over it. That cancels an open challenge, with every engine
 * but Browser.
 *
 * Use it in the GUI thread. Signal handlers may do anything, including destroying the item.
 */
class SMARTCAPTCHA_QUICK_EXPORT SmartCaptchaView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(SmartCaptchaOptions options READ options WRITE setOptions NOTIFY optionsChanged FINAL)
    Q_PROPERTY(SmartCaptcha::State captchaState READ captchaState NOTIFY captchaStateChanged FINAL)
    Q_PROPERTY(SmartCaptchaToken token READ token NOTIFY tokenChanged FINAL)
    Q_PROPERTY(SmartCaptchaError error READ error NOTIFY captchaStateChanged FINAL)
    Q_PROPERTY(ChallengePresentation challengePresentation READ challengePresentation WRITE
                   setChallengePresentation NOTIFY challengePresentationChanged FINAL)
    Q_PROPERTY(bool autoLoad READ isAutoLoad WRITE setAutoLoad NOTIFY autoLoadChanged FINAL)
    Q_PROPERTY(SmartCaptchaVerifier *verifier READ verifier WRITE setVerifier NOTIFY verifierChanged FINAL)
    Q_PROPERTY(Engine engine READ engine WRITE setEngine NOTIFY engineChanged FINAL)
    Q_PROPERTY(Engine activeEngine READ activeEngine NOTIFY activeEngineChanged FINAL)
    Q_PROPERTY(QColor backgroundColor READ backgroundColor WRITE setBackgroundColor RESET resetBackgroundColor
                   NOTIFY backgroundColorChanged FINAL)

public:
    /// Lets you write SmartCaptchaView::State::Solved.
    using State = SmartCaptcha::State;

    /// Where a challenge opens.
    enum class ChallengePresentation {
        Inline, ///< In the item itself, whose implicit size grows.
        Popup, ///< Over the window's content: a bottom sheet in a narrow window, a card in a wide one.
    };
    Q_ENUM(ChallengePresentation)

    /// Which web engine shows the page.
    enum class Engine {
        Auto, ///< WebEngine if the SDK was built for it and it is installed, else WebView, else Browser.
              ///< Browser also if WebEngine is older than SmartCaptchaOptions::minimumChromium().
        WebEngine, ///< Qt WebEngine: Windows, macOS and Linux.
        WebView, ///< Qt WebView: the system's own view on Android and iOS; a plugin on the desktop.
        Browser, ///< The person's own browser; the item shows how to get there. Needs no web engine.
    };
    Q_ENUM(Engine)

    /// For C++: the item, one of its parents or its window must have been created by a QML engine, because
    /// that is what imports the web engine.
    explicit SmartCaptchaView(QQuickItem *parent = nullptr);

    /// Drops the page. An attempt that is under way ends without a signal.
    ~SmartCaptchaView() override;

    /// What to show. A page that is already there stays as it is until the next load() or execute().
    ///@{
    [[nodiscard]] SmartCaptchaOptions options() const;
    void setOptions(const SmartCaptchaOptions &options);
    ///@}

    /// The state of the captcha; Idle before the first page. Item's own `state` is left to the application.
    [[nodiscard]] State captchaState() const;

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
     * When true, the default, an item in Standard mode loads its page when it is first shown with options
     * that have no problems. When false, nothing is loaded until load() or execute() is called or the person
     * presses a button that the item shows instead: for forms that must not contact the service by
     * themselves.
     */
    ///@{
    [[nodiscard]] bool isAutoLoad() const;
    void setAutoLoad(bool autoLoad);
    ///@}

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

    /**
     * Auto by default. Changing it drops the page: the captcha becomes Idle, or loads again if it is shown
     * and loads by itself.
     *
     * With Browser nothing loads by itself, because a browser opens only when the person asks for it: the
     * item shows a button for that, as with autoLoad false. The site key's list of hosts must contain
     * 127.0.0.1; docs/browser.md tells more.
     */
    ///@{
    [[nodiscard]] Engine engine() const;
    void setEngine(Engine engine);
    ///@}

    /// The engine that shows the page; Auto before the first page, and when there is no engine.
    [[nodiscard]] Engine activeEngine() const;

    /// The colour around the item, which the page takes as its background. If the options leave the theme
    /// open, the captcha is dark if this colour is. By default, and after a reset, it is the colour of the
    /// nearest opaque Rectangle or control background around the item, else that of the window.
    ///@{
    [[nodiscard]] QColor backgroundColor() const;
    void setBackgroundColor(const QColor &color);
    void resetBackgroundColor();
    ///@}

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

    /// Ends an attempt that is under way with cancelled(), as Esc and the back key do during a check or a
    /// challenge, or while the person is in the browser.
    void cancel();

    /// Starts the web engine without loading a page and without using the network, so that the first page
    /// shows sooner.
    void preload();

Q_SIGNALS:
    /// The page has been loaded, and the captcha waits for the person (Standard) or for execute()
    /// (Invisible). It can become Ready again without a load, and so without this signal, as after a
    /// challenge that was closed: see captchaStateChanged().
    void ready();

    /// A challenge has opened.
    void challengeShown();

    /// The challenge has closed. It may open again; else tokenReceived(), cancelled() or errorOccurred()
    /// follows soon, unless the person has only loaded the page in their browser anew.
    void challengeHidden();

    /**
     * The person has passed as far as the page can tell. The service must confirm it: see setVerifier().
     *
     * Also emitted while Solved, when the person presses once more and the service issues a newer token; in
     * the system's own views, in Qt WebView on phones and macOS, whenever it does. That token replaces the
     * old one: five new minutes begin, and it is verified like any other.
     */
    void tokenReceived(const SmartCaptchaToken &token);

    /// token() has changed; it may be null now.
    void tokenChanged(const SmartCaptchaToken &token);

    /// The five minutes of the token are over; the person can start again at once.
    void tokenExpired();

    /// The attempt was cancelled, by the person or with cancel().
    void cancelled();

    /// The attempt has failed. The item shows SmartCaptchaError::userMessage().
    void errorOccurred(const SmartCaptchaError &error);

    /// What the verifier found out about @p token: at least once for each tokenReceived(), and again when the
    /// person has the same token verified with *Try again*. Also when the item has been reset in the
    /// meantime, or has a newer token, so compare it with token() if that matters; but not when the verifier
    /// has been destroyed.
    void verified(const SmartCaptchaResult &result, const SmartCaptchaToken &token);

    /// captchaState() has changed; token() and error() already belong to the new state. When an attempt ends,
    /// the signal that says how comes after this one.
    void captchaStateChanged(SmartCaptcha::State state);

    /// Emitted when the value has changed, not when the same one is set again.
    ///@{
    void optionsChanged(const SmartCaptchaOptions &options);
    void challengePresentationChanged(SmartCaptchaView::ChallengePresentation presentation);
    void autoLoadChanged(bool autoLoad);
    ///@}

    /// verifier() has changed; to null also when the verifier has been destroyed.
    void verifierChanged(SmartCaptchaVerifier *verifier);

    /// engine() has changed; the page that the old engine showed is gone already.
    void engineChanged(SmartCaptchaView::Engine engine);

    /// activeEngine() has changed. Emitted from the event loop.
    void activeEngineChanged(SmartCaptchaView::Engine engine);

    /// A colour was set or reset, or the colour around the item has changed while none is set.
    void backgroundColorChanged(const QColor &color);

protected:
    void classBegin() override;
    void componentComplete() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    friend class SmartCaptchaViewPrivate;
    const std::unique_ptr<SmartCaptchaViewPrivate> d;
};
