// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchacontroller.h"

#include "captcha/captchalog.h"
#include "captcha/engine/browsertab.h"
#include "captcha/session/captchasession.h"
#include "captchasurface.h"
#include "relaysignals.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <optional>
#include <utility>

namespace SmartCaptcha::Internal {

using Mode = SmartCaptchaOptions::Mode;

namespace {

// In milliseconds. A page that loads at once should not flash a progress indicator.
constexpr int progressDelay = 200;
constexpr int doubleClick = 500;
// Servers close a connection that nothing is sent over, some as soon as that.
constexpr int connectionBeat = 5000;

// Another engine may not have this problem.
bool isOfEngine(const SmartCaptchaError &error)
{
    return error.code() == SmartCaptchaError::Code::WebEngineUnavailable
        || error.code() == SmartCaptchaError::Code::RenderProcessGone;
}

} // namespace

class CaptchaControllerPrivate {
public:
    [[nodiscard]] bool useHost(bool mayRenew = true);
    void renewHost();
    [[nodiscard]] bool isChecking() const;
    [[nodiscard]] BrowserTab *tab() const;
    [[nodiscard]] bool waitsForBrowser() const;
    void presenceChanges();
    void retry();
    [[nodiscard]] bool canOpenInBrowser() const;
    [[nodiscard]] bool mayUseBrowser() const;
    void useBrowser();
    void copyAddress();
    void scheduleAutoLoad();
    void offer();
    void stateChanges(State state);
    void announce(State state);
    void followLanguage();
    void verify(const SmartCaptchaToken &token, bool again = false);
    [[nodiscard]] static bool mayBeAskedAgain(const SmartCaptchaResult &result, bool again);
    void beginAnew();
    [[nodiscard]] bool offersLoading() const;
    void preconnect();
    template <class Condition>
    void cancelLater(Condition stillWanted);

    CaptchaController *q = nullptr;
    CaptchaSurface *surface = nullptr;
    CaptchaSession session;
    quint64 attemptsEnded = 0;
    QPointer<SmartCaptchaVerifier> verifier;
    QPointer<SmartCaptchaVerifier> asked; // it remembers that it was asked about the last token
    std::optional<SmartCaptchaResult> unverified; // no verdict on the token; "Try again" is offered
    bool autoLoad = true;
    bool autoLoadScheduled = false;
    bool givenUp = false; // cancelled while the page was loading
    bool followsLanguageSoon = false;
    bool hostGoes = false; // the host is about to be dropped; do not use it again
    int hostMinimum = 0; // SmartCaptchaOptions::minimumChromium() when it was created
    bool copied = false; // the browser page's address
    bool browserChosen = false; // by the person, after another engine has failed
    bool challenged = false; // there was a challenge since the last check began
    QTimer progress;
    QTimer connection; // keeps it open while the person is solving
    QElapsedTimer sinceOpening; // of the page in the browser
};

// @p mayRenew: false where no page is loaded. False when a slot has deleted the controller.
bool CaptchaControllerPrivate::useHost(bool mayRenew)
{
    const QPointer<CaptchaController> guard(q);
    if (std::exchange(hostGoes, false))
        surface->dropHost();
    if (mayRenew)
        renewHost();
    if (!guard)
        return false;
    WebHost *const host = surface->ensureHost(browserChosen);
    if (session.host() != host)
        hostMinimum = session.options().minimumChromium();
    if (BrowserTab *const tab = host->browserTab(); tab && session.host() != host)
        QObject::connect(tab, &BrowserTab::presenceChanged, q, [this] { presenceChanges(); });
    session.setHost(host);
    if (guard)
        session.setAppearance(surface->appearance());
    return guard;
}

// Which engine is good enough is an option, and like all options counts from the next load.
void CaptchaControllerPrivate::renewHost()
{
    if (!session.host() || hostMinimum == session.options().minimumChromium() || browserChosen
        || surface->wish() != CaptchaSurface::Wish::Any)
        return;
    // The page may be in a popup. Any other attempt goes on with the next host.
    if (isChecking())
        q->unload();
    else
        surface->dropHost();
}

bool CaptchaControllerPrivate::isChecking() const
{
    return session.state() == State::Checking || session.state() == State::Challenge;
}

// The tab in the person's browser; nullptr if the captcha does not show there.
BrowserTab *CaptchaControllerPrivate::tab() const
{
    return session.host() ? session.host()->browserTab() : nullptr;
}

// Says what a person should know who is not in the browser.
void CaptchaControllerPrivate::presenceChanges()
{
    copied = false;
    const QPointer<CaptchaController> guard(q);
    surface->present();
    if (!guard || !waitsForBrowser())
        return;
    if (tab()->presence() == BrowserTab::Presence::Closed || !tab()->isBrowserStarted())
        surface->announce(q->status().text);
}

// The next step is the person's, in their browser.
bool CaptchaControllerPrivate::waitsForBrowser() const
{
    return tab() && tab()->presence() != BrowserTab::Presence::None;
}

void CaptchaControllerPrivate::scheduleAutoLoad()
{
    if (autoLoadScheduled || !autoLoad || !surface->isShown() || session.state() != State::Idle || givenUp)
        return;
    autoLoadScheduled = true;
    // Paint the window first: loading the engine takes a moment.
    QTimer::singleShot(0, q, [this] {
        autoLoadScheduled = false;
        const SmartCaptchaOptions options = session.options();
        if (!autoLoad || !surface->isShown() || session.state() != State::Idle || givenUp
            || options.mode() != Mode::Standard)
            return;
        const QStringList problems = options.problems();
        if (problems.isEmpty())
            offer();
        else // No error yet: the application may still be waiting for its key.
            qCWarning(sessionLog).noquote() << "No captcha is shown:" << problems.join(QLatin1Char(' '));
    });
}

// As CaptchaController::load(), but nobody has asked for it.
void CaptchaControllerPrivate::offer()
{
    // A page that is only loaded anew for another language keeps its engine.
    if (!useHost(session.state() == State::Idle))
        return;
    // A browser opens only when the person asks for it, and nothing that cannot work is offered.
    if (tab() && canOpenInBrowser())
        surface->present();
    else
        session.offer();
}

void CaptchaControllerPrivate::stateChanges(State state)
{
    const QPointer<CaptchaController> guard(q);
    unverified.reset();
    copied = false;
    if (state == State::Loading) {
        givenUp = false;
        progress.start();
        sinceOpening.start();
    } else {
        progress.stop();
    }
    if (state == State::Cancelled || state == State::Solved || state == State::Failed)
        ++attemptsEnded;
    surface->present();
    if (guard && session.state() == state && state == State::Solved && tab())
        surface->comeBack();
    if (guard && session.state() == state)
        announce(state);
    if (guard && session.state() == state)
        Q_EMIT q->stateChanged(state);
    if (!guard || session.state() != state)
        return;
    if (isChecking() || (state == State::Ready && q->isStandard()))
        preconnect();
    if (isChecking())
        connection.start();
    else
        connection.stop();
    followLanguage();
}

// What a screen reader would not notice by itself. Whoever cancels needs no announcement.
void CaptchaControllerPrivate::announce(State state)
{
    switch (state) {
    case State::Checking:
        challenged = false;
        break;
    case State::Challenge:
        challenged = true;
        if (!tab())
            surface->announce(CaptchaStatus::announcement(state));
        break;
    case State::Solved:
        // An invisible captcha without a challenge stays silent.
        if (challenged || q->isStandard() || tab())
            surface->announce(CaptchaStatus::announcement(state));
        break;
    case State::Expired:
        if (q->isStandard())
            surface->announce(CaptchaStatus::announcement(state));
        break;
    case State::Failed:
        surface->announce(session.error().userMessage());
        break;
    case State::Idle:
    case State::Loading:
    case State::Ready:
    case State::Cancelled:
        break;
    }
}

// Called for each state until it has been possible. Never drops a token or a challenge in progress.
void CaptchaControllerPrivate::followLanguage()
{
    const auto possible = [this] {
        const State state = session.state();
        return session.isLanguageOutdated() && !tab()
            && (state == State::Loading || state == State::Ready || state == State::Expired);
    };
    if (followsLanguageSoon || !possible())
        return;
    followsLanguageSoon = true;
    QMetaObject::invokeMethod(
        q,
        [this, possible] {
            followsLanguageSoon = false;
            if (possible())
                offer();
        },
        Qt::QueuedConnection);
}

void CaptchaControllerPrivate::verify(const SmartCaptchaToken &token, bool again)
{
    unverified.reset();
    if (!verifier)
        return;
    asked = verifier->isReuseCheckEnabled() ? verifier : nullptr;
    SmartCaptchaReply *const reply = verifier->verify(token);
    QObject::connect(reply, &SmartCaptchaReply::finished, q,
                     [this, token, again](const SmartCaptchaResult &result) {
                         if (session.token().value() == token.value() && mayBeAskedAgain(result, again)) {
                             // The first request had reached the service after all: get another token.
                             if (result.error() == SmartCaptchaResult::Error::TokenReused) {
                                 beginAnew();
                                 return;
                             }
                             unverified = result;
                             const QPointer<CaptchaController> guard(q);
                             surface->present();
                             if (guard)
                                 surface->announce(result.userMessage());
                             if (!guard)
                                 return;
                         }
                         Q_EMIT q->verified(result, token);
                     });
}

// True when there is no verdict, and that keeps the person out.
bool CaptchaControllerPrivate::mayBeAskedAgain(const SmartCaptchaResult &result, bool again)
{
    using Error = SmartCaptchaResult::Error;
    if (result.isAccepted() || result.verdict() == SmartCaptchaResult::Verdict::Robot)
        return false;
    switch (result.error()) {
    case Error::Timeout:
    case Error::Network:
    case Error::Tls:
    case Error::HttpStatus:
    case Error::BadReply:
    case Error::HostEmpty:
        return true;
    case Error::TokenReused:
        return again;
    default:
        return false;
    }
}

// For another token.
void CaptchaControllerPrivate::beginAnew()
{
    // The loaded page's button can be pressed again. In the browser there is no page any more.
    if (q->isStandard() && !tab())
        q->reset();
    else
        q->begin();
}

// True when nothing loads before the person presses the status button.
bool CaptchaControllerPrivate::offersLoading() const
{
    const SmartCaptchaOptions options = session.options();
    return session.state() == State::Idle && (givenUp || !autoLoad || tab())
        && options.mode() == Mode::Standard && options.problems().isEmpty();
}

void CaptchaControllerPrivate::preconnect()
{
    if (verifier)
        verifier->preconnect();
}

// Cancels the current attempt, and no other, if that is still wanted when the event loop runs.
template <class Condition>
void CaptchaControllerPrivate::cancelLater(Condition stillWanted)
{
    QMetaObject::invokeMethod(
        q,
        [this, stillWanted, ended = attemptsEnded] {
            if (ended == attemptsEnded && stillWanted())
                session.cancel();
        },
        Qt::QueuedConnection);
}

CaptchaController::CaptchaController(CaptchaSurface *surface)
    : d(std::make_unique<CaptchaControllerPrivate>())
{
    Q_ASSERT(surface);
    d->q = this;
    d->surface = surface;
    d->progress.setSingleShot(true);
    d->progress.setInterval(progressDelay);
    connect(&d->progress, &QTimer::timeout, this, [this, surface] {
        const QPointer<CaptchaController> guard(this);
        surface->present();
        // Nobody waits for an invisible captcha that is only being loaded in advance.
        if (guard && (d->session.isCheckAskedFor() || isStandard()))
            surface->announce(status().text);
    });
    d->connection.setInterval(connectionBeat);
    connect(&d->connection, &QTimer::timeout, this, [this] { d->preconnect(); });
    CaptchaSession *const session = &d->session;
    connect(session, &CaptchaSession::stateChanged, this, [this](State state) { d->stateChanges(state); });
    // Verify before relaying: a slot may delete the verifier, or this.
    connect(session, &CaptchaSession::tokenReceived, this,
            [this](const SmartCaptchaToken &token) { d->verify(token); });
    relaySignals(session, this);
    connect(session, &CaptchaSession::sizeReported, this, &CaptchaController::sizeReported);
    // The engine must be destroyed before the application object.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        {
            // No signals during shutdown.
            const QSignalBlocker quiet(&d->session);
            d->session.unload();
            d->session.setHost(nullptr);
            d->surface->dropHost();
        }
        // In case the application runs the event loop again.
        d->surface->present();
    });
}

CaptchaController::~CaptchaController() = default;

void CaptchaController::tearDown()
{
    d->session.disconnect(this);
    disconnect();
    d->progress.stop();
    d->session.setHost(nullptr);
    d->surface->dropHost();
}

SmartCaptchaOptions CaptchaController::options() const
{
    return d->session.options();
}

bool CaptchaController::setOptions(const SmartCaptchaOptions &options)
{
    if (options == d->session.options())
        return false;
    const QPointer<CaptchaController> guard(this);
    d->session.setOptions(options);
    d->surface->present();
    if (guard)
        d->scheduleAutoLoad();
    return guard;
}

SmartCaptchaOptions CaptchaController::shownOptions() const
{
    return d->session.loadedOptions();
}

bool CaptchaController::isStandard() const
{
    return shownOptions().mode() == Mode::Standard;
}

State CaptchaController::state() const
{
    return d->session.state();
}

SmartCaptchaToken CaptchaController::token() const
{
    return d->session.token();
}

SmartCaptchaError CaptchaController::error() const
{
    return d->session.error();
}

bool CaptchaController::isAutoLoad() const
{
    return d->autoLoad;
}

bool CaptchaController::setAutoLoad(bool autoLoad)
{
    if (d->autoLoad == autoLoad)
        return false;
    const QPointer<CaptchaController> guard(this);
    d->autoLoad = autoLoad;
    d->surface->present();
    if (guard)
        d->scheduleAutoLoad();
    return guard;
}

SmartCaptchaVerifier *CaptchaController::verifier() const
{
    return d->verifier;
}

void CaptchaController::setVerifier(SmartCaptchaVerifier *verifier)
{
    if (d->verifier == verifier)
        return;
    if (d->verifier)
        d->verifier->disconnect(this);
    d->verifier = verifier;
    if (verifier) {
        connect(verifier, &QObject::destroyed, this, [this] { Q_EMIT verifierChanged(nullptr); });
        connect(verifier, &SmartCaptchaVerifier::reuseCheckEnabledChanged, this,
                [this] { d->asked.clear(); });
    }
    Q_EMIT verifierChanged(verifier);
}

bool CaptchaController::hasMessage() const
{
    return status().kind == CaptchaStatus::Kind::Message;
}

CaptchaStatus CaptchaController::status() const
{
    if (state() == State::Failed)
        return CaptchaStatus::failed(error(), d->mayUseBrowser());
    if (d->unverified)
        return CaptchaStatus::notVerified(*d->unverified);
    // Also in the moment between the end of an attempt and the next state, so that the focus stays.
    if (d->offersLoading() || (d->tab() && isStandard() && state() == State::Cancelled))
        return d->tab() || (!d->session.host() && d->surface->wish() == CaptchaSurface::Wish::Browser)
            ? CaptchaStatus::notInBrowser()
            : CaptchaStatus::notLoaded();
    if (d->waitsForBrowser())
        return CaptchaStatus::inBrowser(*d->tab(), d->copied);
    if (d->tab() && state() == State::Solved)
        return CaptchaStatus::passedInBrowser();
    if (d->tab() && state() == State::Expired)
        return CaptchaStatus::expiredInBrowser();
    if (state() == State::Loading && !d->progress.isActive())
        return CaptchaStatus::loading();
    return {};
}

void CaptchaController::load()
{
    if (d->useHost())
        d->session.load();
}

void CaptchaController::execute()
{
    if (d->useHost(!d->isChecking()))
        d->session.execute();
}

void CaptchaController::begin()
{
    if (d->useHost())
        d->session.begin();
}

void CaptchaController::reset()
{
    if (d->session.state() == State::Idle)
        return;
    if (d->useHost(!d->isChecking()))
        d->session.reset();
}

void CaptchaController::cancel()
{
    if (d->session.state() == State::Loading)
        d->givenUp = true;
    d->session.cancel();
}

void CaptchaController::preload()
{
    if (d->useHost(false))
        d->surface->warmUp();
}

void CaptchaController::unload()
{
    const QPointer<CaptchaController> guard(this);
    d->givenUp = false;
    d->hostGoes = true;
    d->session.unload();
    // A slot may have started a new attempt, with another host.
    if (!guard || !std::exchange(d->hostGoes, false))
        return;
    d->session.setHost(nullptr);
    d->surface->dropHost();
    d->surface->present();
}

void CaptchaController::press(int action)
{
    using Action = CaptchaStatus::Action;
    switch (Action(action)) {
    case Action::GoOn:
        d->retry();
        break;
    case Action::OpenAgain:
        // Not by the second press of a double click on the button that was here before.
        if (d->waitsForBrowser() && d->sinceOpening.hasExpired(doubleClick)) {
            d->sinceOpening.start();
            d->tab()->openAgain();
        }
        break;
    case Action::CopyAddress:
        d->copyAddress();
        break;
    case Action::Cancel:
        cancel();
        break;
    case Action::UseBrowser:
        d->useBrowser();
        break;
    }
}

void CaptchaControllerPrivate::copyAddress()
{
    if (!waitsForBrowser())
        return;
    tab()->allowAnotherBrowser();
    surface->copy(tab()->address().toString(QUrl::FullyEncoded));
    copied = true;
    const QPointer<CaptchaController> guard(q);
    surface->present();
    if (guard)
        surface->announce(q->status().text);
}

// A page that was made for an embedded engine does not bring its token back from a browser.
bool CaptchaControllerPrivate::canOpenInBrowser() const
{
    return browserChosen || surface->wish() == CaptchaSurface::Wish::Browser
        || session.options().effectivePageSource() != SmartCaptchaOptions::PageSource::CustomPage;
}

// The engine is what has failed, and the page would work in the browser.
bool CaptchaControllerPrivate::mayUseBrowser() const
{
    return !tab() && isOfEngine(session.error()) && canOpenInBrowser();
}

// What has failed goes on in the browser.
void CaptchaControllerPrivate::useBrowser()
{
    const QPointer<CaptchaController> guard(q);
    // Dropping the other host forgets it.
    const bool checks = session.isCheckAskedFor();
    browserChosen = true;
    q->unload();
    if (!guard || !useHost())
        return;
    if (checks)
        session.execute();
    else
        session.load();
}

void CaptchaControllerPrivate::retry()
{
    if (const auto undecided = std::exchange(unverified, std::nullopt)) {
        const QPointer<CaptchaController> guard(q);
        surface->present();
        if (!guard)
            return;
        // A token that has reached the service is used up. Only the verifier that was asked knows whether
        // this one may have, and only while it remembers tokens.
        using Error = SmartCaptchaResult::Error;
        const bool mayBeUnsent = undecided->error() == Error::Network || undecided->error() == Error::Tls;
        const SmartCaptchaToken token = session.token();
        if (mayBeUnsent && verifier && verifier == asked && !token.isNull() && !token.isExpired())
            verify(token, true);
        else
            beginAnew();
    } else if (useHost()) {
        // A check in the browser that has expired is begun anew, in either mode.
        if (session.state() == State::Expired)
            session.begin();
        else
            session.retry();
    }
}

void CaptchaController::cancelLater()
{
    d->cancelLater([this] { return isCancellable(); });
}

bool CaptchaController::forgetBrowserChoice()
{
    return std::exchange(d->browserChosen, false);
}

bool CaptchaController::isCancellable() const
{
    return d->isChecking() || d->waitsForBrowser();
}

void CaptchaController::shown()
{
    d->scheduleAutoLoad();
}

void CaptchaController::hidden()
{
    d->cancelLater(
        [this] { return d->session.state() == State::Challenge && !d->tab() && !d->surface->isShown(); });
}

void CaptchaController::appearanceChanged()
{
    d->session.setAppearance(d->surface->appearance());
}

void CaptchaController::languageChanged()
{
    const QPointer<CaptchaController> guard(this);
    d->surface->present();
    if (guard)
        d->followLanguage();
}

} // namespace SmartCaptcha::Internal
