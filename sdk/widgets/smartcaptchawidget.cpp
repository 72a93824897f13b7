// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchawidget.h"

#include "core/session/captchasession.h"
#include "widgets/appearance/appearance.h"
#include "widgets/challenge/challengepopup.h"
#include "widgets/hosting/hostplugin.h"
#include "widgets/placement/placement.h"
#include "widgets/status/statuspanel.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qpushbutton.h>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;
using Mode = SmartCaptchaOptions::Mode;

namespace {

// The service's documentation reserves this height for the button ("Height of the container").
constexpr int buttonHeight = 100;
constexpr int maximumButtonHeight = 300;
constexpr int buttonWidth = 300;
constexpr int minimumButtonWidth = 200;

// A page that is there at once needs no progress indicator, only to flicker.
constexpr int progressDelay = 200;

} // namespace

class SmartCaptchaWidgetPrivate {
public:
    explicit SmartCaptchaWidgetPrivate(SmartCaptchaWidget *widget);

    void tearDown();
    void ensureHost();
    void dropHost();
    void scheduleAutoLoad();
    void stateChanges(State state);
    void present();
    void presentPanel();
    void openPopup();
    void closePopup();
    void takePageBack();
    void openInline();
    void closeInline();
    void rememberFocus();
    void restoreFocus();
    void challengeResized(const QSize &size);
    void hintMayHaveChanged();
    void putViewInTabOrder();
    void retranslate();
    void followLanguage();
    void verify(const SmartCaptchaToken &token);
    void preconnect();
    void retry();
    void cancelLater();

    [[nodiscard]] QWidget *view() const { return host ? host->widget() : nullptr; }
    [[nodiscard]] bool offersLoading() const;
    [[nodiscard]] QSize hint() const;
    [[nodiscard]] QSize challengeHint() const;
    [[nodiscard]] bool hasFocusInside() const;

    SmartCaptchaWidget *const q;
    CaptchaSession session;
    std::unique_ptr<WidgetWebHost> host;
    quint64 attemptsEnded = 0;
    SmartCaptchaOptions shown; // what the page was loaded with
    QString loadedLanguage;
    SmartCaptchaWidget::ChallengePresentation presentation = SmartCaptchaWidget::ChallengePresentation::Popup;
    QPointer<SmartCaptchaVerifier> verifier;
    bool autoLoad = true;
    bool autoLoadScheduled = false;
    bool givenUp = false; // somebody cancelled while the page was loading
    bool executing = false; // what a retry has to do as well
    bool reloadWanted = false;

    StatusPanel *panel = nullptr;
    QPointer<ChallengePopup> popup;
    QTimer progress;
    bool inlineChallenge = false;
    QSize challengeSize;
    int reportedButtonHeight = buttonHeight;
    QSize lastHint;
    QSize windowSizeBefore;
    QSize roomOfOthers{0, 0}; // what the window needs besides this widget
    QPointer<QWidget> focusBefore;
    bool focusWasInside = false;
};

SmartCaptchaWidgetPrivate::SmartCaptchaWidgetPrivate(SmartCaptchaWidget *widget)
    : q(widget)
    , panel(new StatusPanel(widget))
{
    progress.setSingleShot(true);
    progress.setInterval(progressDelay);
}

void SmartCaptchaWidgetPrivate::tearDown()
{
    session.disconnect(q);
    progress.stop();
    dropHost();
    delete popup;
}

void SmartCaptchaWidgetPrivate::ensureHost()
{
    // A host without a widget has lost it, with a window that was destroyed, or never had one.
    if (view())
        return;
    dropHost();
    host = HostPlugin::createHost();
    session.setHost(host.get());
    if (QWidget *const page = view()) {
        page->hide();
        page->setParent(q);
        page->installEventFilter(q);
        const QList<QWidget *> inner = page->findChildren<QWidget *>();
        for (QWidget *child : inner)
            child->installEventFilter(q);
    }
}

void SmartCaptchaWidgetPrivate::dropHost()
{
    if (!host)
        return;
    session.setHost(nullptr);
    host.reset();
}

void SmartCaptchaWidgetPrivate::scheduleAutoLoad()
{
    if (autoLoadScheduled || !autoLoad || !q->isVisible() || session.state() != State::Idle || givenUp)
        return;
    autoLoadScheduled = true;
    // After the window has been painted: loading the engine takes a moment.
    QTimer::singleShot(0, q, [this] {
        autoLoadScheduled = false;
        const SmartCaptchaOptions options = session.options();
        if (autoLoad && q->isVisible() && session.state() == State::Idle && !givenUp
            && options.mode() == Mode::Standard && options.problems().isEmpty())
            q->load();
    });
}

void SmartCaptchaWidgetPrivate::stateChanges(State state)
{
    const QPointer<SmartCaptchaWidget> guard(q);
    switch (state) {
    case State::Loading:
        shown = session.options();
        loadedLanguage = shown.effectiveLanguage();
        givenUp = false;
        reportedButtonHeight = buttonHeight;
        progress.start();
        break;
    case State::Challenge:
        challengeSize = {};
        break;
    case State::Cancelled:
    case State::Solved:
        executing = false;
        break;
    default:
        break;
    }
    if (state != State::Loading)
        progress.stop();
    present();
    if (guard && session.state() == state)
        Q_EMIT q->stateChanged(state);
    if (!guard || session.state() != state)
        return;
    if (state == State::Checking || (state == State::Ready && shown.mode() == Mode::Standard)
        || state == State::Challenge)
        preconnect();
    if (reloadWanted)
        followLanguage();
}

// Puts everything where the state wants it. Moving the focus may run foreign code, so the last steps check.
void SmartCaptchaWidgetPrivate::present()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    const State state = session.state();
    const bool challenge = state == State::Challenge;
    if (challenge && view() && !popup && !inlineChallenge) {
        rememberFocus();
        if (presentation == SmartCaptchaWidget::ChallengePresentation::Popup)
            openPopup();
        else
            openInline();
    } else if (!challenge && popup) {
        closePopup();
    } else if (!challenge && inlineChallenge) {
        closeInline();
    }
    if (!guard)
        return;

    QWidget *const page = view() && view()->parentWidget() == q ? view() : nullptr;
    const bool pageVisible = page
        && (inlineChallenge
            || (shown.mode() == Mode::Standard && state != State::Idle && state != State::Failed));
    const bool hadFocus = hasFocusInside();
    if (pageVisible) {
        page->setGeometry(q->rect());
        page->show();
        q->setFocusProxy(page);
        // The button that had the focus goes now.
        if (hadFocus && panel->button()->hasFocus())
            page->setFocus();
        if (guard)
            presentPanel();
    } else {
        presentPanel();
        QWidget *const button = panel->button()->isVisibleTo(q) ? panel->button() : nullptr;
        q->setFocusProxy(button);
        if (hadFocus && button)
            button->setFocus();
        if (guard && page)
            page->hide();
    }
    if (!guard)
        return;
    panel->raise();
    hintMayHaveChanged();
}

bool SmartCaptchaWidgetPrivate::offersLoading() const
{
    const SmartCaptchaOptions options = session.options();
    return session.state() == State::Idle && (givenUp || !autoLoad) && options.mode() == Mode::Standard
        && options.problems().isEmpty();
}

void SmartCaptchaWidgetPrivate::presentPanel()
{
    const State state = session.state();
    if (state == State::Failed) {
        const SmartCaptchaError error = session.error();
        panel->showMessage(error.userMessage(),
                           error.isRetryable() ? SmartCaptchaWidget::tr("Try again") : QString(),
                           SmartCaptchaWidget::tr("Loads the captcha again"));
    } else if (offersLoading()) {
        panel->showMessage({}, SmartCaptchaWidget::tr("Show the captcha"),
                           SmartCaptchaWidget::tr("Loads the captcha"));
    } else if (state == State::Loading && !progress.isActive()) {
        panel->showProgress(SmartCaptchaWidget::tr("Loading the captcha\u2026"));
    } else {
        panel->showNothing();
    }
    const bool standard = shown.mode() == Mode::Standard;
    // Before the page is ready it shows nothing that is worth seeing; in the popup it leaves an empty place.
    panel->setVisible(state == State::Failed || offersLoading()
                      || (standard && (state == State::Loading || popup)));
}

void SmartCaptchaWidgetPrivate::openPopup()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    QWidget *const page = view();
    popup = new ChallengePopup(q->window());
    popup->setPalette(q->palette());
    popup->setContentSize(challengeSize);
    q->setFocusProxy(nullptr);
    page->hide();
    popup->setPage(page);
    QObject::connect(popup, &QDialog::rejected, q, [this] { cancelLater(); });
    QObject::connect(popup, &ChallengePopup::goes, q, [this] {
        // With the window that it was opened over.
        popup = nullptr;
        takePageBack();
        cancelLater();
    });
    q->window()->installEventFilter(q);
    popup->openOverParent();
    if (guard && view())
        view()->setFocus();
}

// What Esc, a popup that is closed and a window that is hidden mean. Later, because none of these is a moment
// to take the view apart; and for the attempt that they were meant for, not for one that a slot has begun
// since.
void SmartCaptchaWidgetPrivate::cancelLater()
{
    QMetaObject::invokeMethod(
        q,
        [this, ended = attemptsEnded] {
            const State state = session.state();
            if (ended == attemptsEnded && (state == State::Checking || state == State::Challenge))
                session.cancel();
        },
        Qt::QueuedConnection);
}

void SmartCaptchaWidgetPrivate::takePageBack()
{
    QWidget *const page = view();
    if (!page)
        return;
    page->hide();
    page->setParent(q);
    page->setGeometry(q->rect());
    if (shown.mode() == Mode::Standard && session.state() != State::Failed) {
        q->setFocusProxy(page);
        page->show();
    }
    putViewInTabOrder();
}

void SmartCaptchaWidgetPrivate::closePopup()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    const QPointer<ChallengePopup> old = popup;
    popup = nullptr;
    old->disconnect(q);
    if (QWidget *const window = old->parentWidget(); window && window != q)
        window->removeEventFilter(q);
    takePageBack();
    const bool wasActive = old->isActiveWindow();
    old->hide();
    if (old)
        old->deleteLater();
    if (!guard)
        return;
    if (wasActive)
        q->window()->activateWindow();
    restoreFocus();
}

void SmartCaptchaWidgetPrivate::openInline()
{
    windowSizeBefore = q->window()->size();
    roomOfOthers = (q->window()->sizeHint() - hint()).expandedTo({0, 0});
    inlineChallenge = true;
    QWidget *const page = view();
    page->setGeometry(q->rect());
    page->show();
    q->setFocusProxy(page);
    page->setFocus();
}

void SmartCaptchaWidgetPrivate::closeInline()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    inlineChallenge = false;
    QWidget *const window = q->window();
    // Back to its old size, unless the person has made another one since.
    const bool grown = window->size() != windowSizeBefore
        && window->size() == windowSizeBefore.expandedTo(window->minimumSize());
    restoreFocus();
    if (!guard)
        return;
    hintMayHaveChanged();
    if (grown) {
        QTimer::singleShot(0, window, [window, size = windowSizeBefore] { window->resize(size); });
    }
}

bool SmartCaptchaWidgetPrivate::hasFocusInside() const
{
    const QWidget *const focus = QApplication::focusWidget();
    return focus && (focus == q || q->isAncestorOf(focus));
}

void SmartCaptchaWidgetPrivate::rememberFocus()
{
    focusWasInside = hasFocusInside();
    focusBefore = focusWasInside ? nullptr : q->window()->focusWidget();
}

void SmartCaptchaWidgetPrivate::restoreFocus()
{
    if (focusWasInside && shown.mode() == Mode::Standard)
        q->setFocus();
    else if (focusBefore)
        focusBefore->setFocus();
    focusWasInside = false;
    focusBefore = nullptr;
}

void SmartCaptchaWidgetPrivate::challengeResized(const QSize &size)
{
    challengeSize = size;
    if (popup)
        popup->setContentSize(size);
    else
        hintMayHaveChanged();
}

QSize SmartCaptchaWidgetPrivate::challengeHint() const
{
    // The rest of the form needs some room as well.
    return challengeSize.expandedTo(ChallengePopup::MinimumContent)
        .boundedTo(
            (Placement::room(q->window()) - roomOfOthers).expandedTo({minimumButtonWidth, buttonHeight}));
}

QSize SmartCaptchaWidgetPrivate::hint() const
{
    if (inlineChallenge)
        return challengeHint();
    const State state = session.state();
    if (state == State::Failed || offersLoading()) {
        const int width = qMax(q->width(), minimumButtonWidth);
        const int height = panel->heightForWidth(width);
        const bool standard = session.options().mode() == Mode::Standard;
        return {buttonWidth, standard ? qMax(buttonHeight, height) : height};
    }
    const SmartCaptchaOptions options = state == State::Idle ? session.options() : shown;
    if (options.mode() == Mode::Invisible)
        return {0, 0};
    return {buttonWidth, reportedButtonHeight};
}

void SmartCaptchaWidgetPrivate::hintMayHaveChanged()
{
    const QSize now = hint();
    if (now == lastHint)
        return;
    lastHint = now;
    q->updateGeometry();
    if (q->isWindow())
        q->resize(q->size().expandedTo(now));
}

void SmartCaptchaWidgetPrivate::putViewInTabOrder()
{
    // New children come last in a window's tab order; the page belongs where the widget is.
    QWidget *const page = view();
    if (!page || page->window() != q->window() || popup)
        return;
    QWidget *const input = page->focusProxy() ? page->focusProxy() : page;
    QWidget::setTabOrder(panel->button(), input);
}

void SmartCaptchaWidgetPrivate::retranslate()
{
    q->setAccessibleName(SmartCaptchaWidget::tr("Captcha"));
    q->setAccessibleDescription(SmartCaptchaWidget::tr("Confirms that you are not a robot"));
    presentPanel();
    if (popup)
        popup->retranslate();
    hintMayHaveChanged();
}

// The page in the language that the options mean now. Never at the cost of a token or of a task half done.
void SmartCaptchaWidgetPrivate::followLanguage()
{
    reloadWanted = false;
    if (!shown.language().isEmpty() || shown.effectiveLanguage() == loadedLanguage)
        return;
    switch (session.state()) {
    case State::Loading:
    case State::Ready:
    case State::Expired:
        QMetaObject::invokeMethod(
            q,
            [this] {
                if (session.state() == State::Loading || session.state() == State::Ready
                    || session.state() == State::Expired)
                    q->load();
            },
            Qt::QueuedConnection);
        break;
    case State::Checking:
    case State::Challenge:
    case State::Solved:
    case State::Cancelled:
        reloadWanted = true;
        break;
    case State::Idle:
    case State::Failed:
        break;
    }
}

void SmartCaptchaWidgetPrivate::verify(const SmartCaptchaToken &token)
{
    if (!verifier)
        return;
    SmartCaptchaReply *const reply = verifier->verify(token);
    QObject::connect(reply, &SmartCaptchaReply::finished, q, &SmartCaptchaWidget::verified);
}

void SmartCaptchaWidgetPrivate::preconnect()
{
    if (verifier)
        verifier->preconnect();
}

void SmartCaptchaWidgetPrivate::retry()
{
    if (executing)
        q->execute();
    else
        q->load();
}

SmartCaptchaWidget::SmartCaptchaWidget(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<SmartCaptchaWidgetPrivate>(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    d->lastHint = d->hint();
    CaptchaSession *const session = &d->session;
    connect(session, &CaptchaSession::stateChanged, this, [this](State state) {
        if (state == State::Cancelled || state == State::Solved || state == State::Failed)
            ++d->attemptsEnded;
        d->stateChanges(state);
    });
    connect(session, &CaptchaSession::ready, this, &SmartCaptchaWidget::ready);
    connect(session, &CaptchaSession::challengeShown, this, &SmartCaptchaWidget::challengeShown);
    connect(session, &CaptchaSession::challengeHidden, this, &SmartCaptchaWidget::challengeHidden);
    // First on its way to the verifier, then to slots that may delete it.
    connect(session, &CaptchaSession::tokenReceived, this,
            [this](const SmartCaptchaToken &token) { d->verify(token); });
    connect(session, &CaptchaSession::tokenReceived, this, &SmartCaptchaWidget::tokenReceived);
    connect(session, &CaptchaSession::tokenExpired, this, &SmartCaptchaWidget::tokenExpired);
    connect(session, &CaptchaSession::cancelled, this, &SmartCaptchaWidget::cancelled);
    connect(session, &CaptchaSession::errorOccurred, this, &SmartCaptchaWidget::errorOccurred);
    connect(session, &CaptchaSession::sizeReported, this, [this](const QSize &size, bool challenge) {
        if (challenge) {
            d->challengeResized(size);
        } else {
            d->reportedButtonHeight = qBound(buttonHeight, size.height(), maximumButtonHeight);
            d->hintMayHaveChanged();
        }
    });
    connect(&d->progress, &QTimer::timeout, this, [this] { d->presentPanel(); });
    // Queued, so that a slot of ours may delete the widget with the button in it.
    connect(
        d->panel->button(), &QPushButton::clicked, this, [this] { d->retry(); }, Qt::QueuedConnection);
    // The engine must be gone before the application object is.
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        // Nobody needs to hear of it any more.
        const QSignalBlocker quiet(&d->session);
        d->session.unload();
        d->dropHost();
        // For those who run the event loop once more.
        d->present();
    });
    d->retranslate();
    d->present();
}

SmartCaptchaWidget::SmartCaptchaWidget(const SmartCaptchaOptions &options, QWidget *parent)
    : SmartCaptchaWidget(parent)
{
    d->session.setOptions(options);
    d->present();
}

SmartCaptchaWidget::~SmartCaptchaWidget()
{
    d->tearDown();
}

SmartCaptchaOptions SmartCaptchaWidget::options() const
{
    return d->session.options();
}

void SmartCaptchaWidget::setOptions(const SmartCaptchaOptions &options)
{
    if (options == d->session.options())
        return;
    d->session.setOptions(options);
    d->present();
    d->scheduleAutoLoad();
    Q_EMIT optionsChanged(options);
}

State SmartCaptchaWidget::state() const
{
    return d->session.state();
}

SmartCaptchaToken SmartCaptchaWidget::token() const
{
    return d->session.token();
}

SmartCaptchaError SmartCaptchaWidget::error() const
{
    return d->session.error();
}

SmartCaptchaWidget::ChallengePresentation SmartCaptchaWidget::challengePresentation() const
{
    return d->presentation;
}

void SmartCaptchaWidget::setChallengePresentation(ChallengePresentation presentation)
{
    if (d->presentation == presentation)
        return;
    d->presentation = presentation;
    Q_EMIT challengePresentationChanged(presentation);
}

bool SmartCaptchaWidget::isAutoLoad() const
{
    return d->autoLoad;
}

void SmartCaptchaWidget::setAutoLoad(bool autoLoad)
{
    if (d->autoLoad == autoLoad)
        return;
    d->autoLoad = autoLoad;
    d->present();
    d->scheduleAutoLoad();
    Q_EMIT autoLoadChanged(autoLoad);
}

SmartCaptchaVerifier *SmartCaptchaWidget::verifier() const
{
    return d->verifier;
}

void SmartCaptchaWidget::setVerifier(SmartCaptchaVerifier *verifier)
{
    if (d->verifier == verifier)
        return;
    d->verifier = verifier;
    Q_EMIT verifierChanged(verifier);
}

QSize SmartCaptchaWidget::sizeHint() const
{
    return d->hint();
}

QSize SmartCaptchaWidget::minimumSizeHint() const
{
    const QSize hint = d->hint();
    if (d->inlineChallenge)
        return hint;
    return {qMin(hint.width(), minimumButtonWidth), hint.height()};
}

void SmartCaptchaWidget::load()
{
    d->ensureHost();
    // The session keeps an execute() that waits for the page; Retry has to know of it, too.
    d->executing = d->executing && d->session.state() == State::Loading;
    d->reloadWanted = false;
    d->shown = d->session.options();
    d->loadedLanguage = d->shown.effectiveLanguage();
    d->session.setAppearance(appearanceOf(palette()));
    d->session.load();
}

void SmartCaptchaWidget::execute()
{
    d->ensureHost();
    d->executing = true;
    d->session.setAppearance(appearanceOf(palette()));
    d->session.execute();
}

void SmartCaptchaWidget::reset()
{
    if (d->session.state() == State::Idle)
        return;
    d->ensureHost();
    d->executing = false;
    d->session.reset();
}

void SmartCaptchaWidget::cancel()
{
    if (d->session.state() == State::Loading)
        d->givenUp = true;
    d->session.cancel();
}

void SmartCaptchaWidget::preload()
{
    d->ensureHost();
    d->host->warmUp();
}

bool SmartCaptchaWidget::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ChildAdded:
        // The engine makes the widget that gets the input anew whenever it starts another process.
        if (QObject *const child = static_cast<QChildEvent *>(event)->child(); child->isWidgetType()) {
            child->installEventFilter(this);
            QTimer::singleShot(0, this, [this] { d->putViewInTabOrder(); });
        }
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const State state = d->session.state();
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && watched != window()
            && (state == State::Checking || state == State::Challenge)) {
            event->accept();
            // Not from inside of the view that the key was for.
            if (event->type() == QEvent::KeyPress)
                d->cancelLater();
            return true;
        }
        break;
    }
    case QEvent::Hide:
        if (d->popup && watched == d->popup->parentWidget() && !event->spontaneous())
            d->cancelLater();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void SmartCaptchaWidget::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
        if (d->popup)
            d->popup->setPalette(palette());
        d->session.setAppearance(appearanceOf(palette()));
        break;
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        d->retranslate();
        d->followLanguage();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void SmartCaptchaWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->panel->setGeometry(rect());
    if (QWidget *const page = d->view(); page && page->parentWidget() == this)
        page->setGeometry(rect());
    d->hintMayHaveChanged();
}

void SmartCaptchaWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->scheduleAutoLoad();
}
