// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchacontroller.h"

#include "captcha/session/captchasession.h"
#include "captchasurface.h"
#include "relaysignals.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <optional>
#include <utility>

namespace SmartCaptcha::Internal {

using Mode = SmartCaptchaOptions::Mode;

namespace {

// A page that is there at once needs no progress indicator, only to flicker.
constexpr int progressDelay = 200;

} // namespace

class CaptchaControllerPrivate {
public:
    void useHost();
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

    CaptchaController *q = nullptr;
    CaptchaSurface *surface = nullptr;
    CaptchaSession session;
    quint64 attemptsEnded = 0;
    QPointer<SmartCaptchaVerifier> verifier;
    std::optional<SmartCaptchaResult>
        unchecked; // why nobody knows what the token is worth, and Retry is offered
    bool autoLoad = true;
    bool autoLoadScheduled = false;
    bool givenUp = false; // somebody cancelled while the page was loading
    bool followsLanguageSoon = false;
    bool hostGoes = false; // whoever needs one next gets another
    bool challenged = false; // since the last attempt began
    QTimer progress;
};

void CaptchaControllerPrivate::useHost()
{
    if (std::exchange(hostGoes, false))
        surface->dropHost();
    session.setHost(surface->ensureHost());
    session.setAppearance(surface->appearance());
}

void CaptchaControllerPrivate::scheduleAutoLoad()
{
    if (autoLoadScheduled || !autoLoad || !surface->isShown() || session.state() != State::Idle || givenUp)
        return;
    autoLoadScheduled = true;
    // After the window has been painted: loading the engine takes a moment.
    QTimer::singleShot(0, q, [this] {
        autoLoadScheduled = false;
        const SmartCaptchaOptions options = session.options();
        if (autoLoad && surface->isShown() && session.state() == State::Idle && !givenUp
            && options.mode() == Mode::Standard && options.problems().isEmpty())
            offer();
    });
}

// As CaptchaController::load(), without having been asked.
void CaptchaControllerPrivate::offer()
{
    useHost();
    session.offer();
}

void CaptchaControllerPrivate::stateChanges(State state)
{
    const QPointer<CaptchaController> guard(q);
    unchecked.reset();
    if (state == State::Loading) {
        givenUp = false;
        progress.start();
    } else {
        progress.stop();
    }
    if (state == State::Cancelled || state == State::Solved || state == State::Failed)
        ++attemptsEnded;
    surface->present();
    if (guard && session.state() == state)
        announce(state);
    if (guard && session.state() == state)
        Q_EMIT q->stateChanged(state);
    if (!guard || session.state() != state)
        return;
    if (state == State::Checking || (state == State::Ready && q->isStandard()) || state == State::Challenge)
        preconnect();
    followLanguage();
}

// What happens without the keys or the focus of the person. Whoever cancels knows it.
void CaptchaControllerPrivate::announce(State state)
{
    switch (state) {
    case State::Checking:
        challenged = false;
        break;
    case State::Challenge:
        challenged = true;
        surface->announce(
            CaptchaController::tr("A task has opened. Solve it to confirm that you are not a robot."));
        break;
    case State::Solved:
        // An invisible captcha that asks for nothing stays so.
        if (challenged || q->isStandard())
            surface->announce(CaptchaController::tr("You have passed the check."));
        break;
    case State::Expired:
        if (q->isStandard())
            surface->announce(CaptchaController::tr("The check has expired. Please do it again."));
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

// Looked at with each state, until it is done. Never at the cost of a token or of a task half done.
void CaptchaControllerPrivate::followLanguage()
{
    const auto possible = [this] {
        const State state = session.state();
        return session.isLanguageOutdated()
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
    unchecked.reset();
    if (!verifier)
        return;
    SmartCaptchaReply *const reply = verifier->verify(token);
    QObject::connect(reply, &SmartCaptchaReply::finished, q,
                     [this, token, again](const SmartCaptchaResult &result) {
                         if (session.token().value() == token.value() && mayBeAskedAgain(result, again)) {
                             // It had been sent after all; nobody asked for this.
                             if (result.error() == SmartCaptchaResult::Error::TokenReused) {
                                 beginAnew();
                                 return;
                             }
                             unchecked = result;
                             const QPointer<CaptchaController> guard(q);
                             surface->present();
                             if (guard)
                                 surface->announce(result.userMessage());
                             if (!guard)
                                 return;
                         }
                         Q_EMIT q->verified(result);
                     });
}

// Whether nobody knows what the service thinks of the token, and the person is kept out by that.
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

// With another token, as the person has asked for.
void CaptchaControllerPrivate::beginAnew()
{
    // The button of the page that is there will do.
    if (q->isStandard())
        q->reset();
    else
        q->begin();
}

// Nothing is loaded, and nothing will be before the person presses the status' button.
bool CaptchaControllerPrivate::offersLoading() const
{
    const SmartCaptchaOptions options = session.options();
    return session.state() == State::Idle && (givenUp || !autoLoad) && options.mode() == Mode::Standard
        && options.problems().isEmpty();
}

void CaptchaControllerPrivate::preconnect()
{
    if (verifier)
        verifier->preconnect();
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
        // Nobody waits for an invisible captcha that loads ahead.
        if (guard && (d->session.isCheckAskedFor() || isStandard()))
            surface->announce(status().text);
    });
    CaptchaSession *const session = &d->session;
    connect(session, &CaptchaSession::stateChanged, this, [this](State state) { d->stateChanges(state); });
    // First on its way to the verifier, then to slots that may delete it.
    connect(session, &CaptchaSession::tokenReceived, this,
            [this](const SmartCaptchaToken &token) { d->verify(token); });
    relaySignals(session, this);
    connect(session, &CaptchaSession::sizeReported, this, &CaptchaController::sizeReported);
    // The engine must be gone before the application object is.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        {
            // Nobody needs to hear of it any more.
            const QSignalBlocker quiet(&d->session);
            d->session.unload();
            d->session.setHost(nullptr);
            d->surface->dropHost();
        }
        // For those who run the event loop once more.
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
    d->session.setOptions(options);
    d->surface->present();
    d->scheduleAutoLoad();
    return true;
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
    d->autoLoad = autoLoad;
    d->surface->present();
    d->scheduleAutoLoad();
    return true;
}

SmartCaptchaVerifier *CaptchaController::verifier() const
{
    return d->verifier;
}

bool CaptchaController::setVerifier(SmartCaptchaVerifier *verifier)
{
    if (d->verifier == verifier)
        return false;
    d->verifier = verifier;
    return true;
}

bool CaptchaController::hasMessage() const
{
    return status().kind == CaptchaStatus::Kind::Message;
}

CaptchaStatus CaptchaController::status() const
{
    if (state() == State::Failed) {
        const SmartCaptchaError problem = error();
        return {CaptchaStatus::Kind::Message, problem.userMessage(),
                problem.isRetryable() ? tr("Try again") : QString(), tr("Loads the captcha again")};
    }
    if (d->unchecked)
        return {CaptchaStatus::Kind::Message, d->unchecked->userMessage(), tr("Try again"),
                tr("Checks the captcha again")};
    if (d->offersLoading())
        return {CaptchaStatus::Kind::Message, {}, tr("Show the captcha"), tr("Loads the captcha")};
    if (state() == State::Loading && !d->progress.isActive())
        return {CaptchaStatus::Kind::Progress, tr("Loading the captcha\u2026"), {}, {}};
    return {};
}

void CaptchaController::load()
{
    d->useHost();
    d->session.load();
}

void CaptchaController::execute()
{
    d->useHost();
    d->session.execute();
}

void CaptchaController::begin()
{
    d->useHost();
    d->session.begin();
}

void CaptchaController::reset()
{
    if (d->session.state() == State::Idle)
        return;
    d->useHost();
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
    d->useHost();
    d->surface->warmUp();
}

void CaptchaController::unload()
{
    const QPointer<CaptchaController> guard(this);
    d->hostGoes = true;
    d->session.unload();
    // A slot may have begun anew, with another host.
    if (!guard || !std::exchange(d->hostGoes, false))
        return;
    d->session.setHost(nullptr);
    d->surface->dropHost();
    d->surface->present();
}

void CaptchaController::retry()
{
    if (const auto unchecked = std::exchange(d->unchecked, std::nullopt)) {
        const QPointer<CaptchaController> guard(this);
        d->surface->present();
        if (!guard)
            return;
        // One that may have reached the service is used up.
        using Error = SmartCaptchaResult::Error;
        const bool mayBeUnsent = unchecked->error() == Error::Network || unchecked->error() == Error::Tls;
        if (mayBeUnsent && d->verifier && !token().isNull() && !token().isExpired())
            d->verify(token(), true);
        else
            d->beginAnew();
    } else {
        d->useHost();
        d->session.retry();
    }
}

void CaptchaController::cancelLater()
{
    QMetaObject::invokeMethod(
        this,
        [this, ended = d->attemptsEnded] {
            if (ended == d->attemptsEnded && isCancellable())
                d->session.cancel();
        },
        Qt::QueuedConnection);
}

bool CaptchaController::isCancellable() const
{
    return d->session.state() == State::Checking || d->session.state() == State::Challenge;
}

void CaptchaController::shown()
{
    d->scheduleAutoLoad();
}

void CaptchaController::appearanceChanged()
{
    d->session.setAppearance(d->surface->appearance());
}

void CaptchaController::languageChanged()
{
    d->surface->present();
    d->followLanguage();
}

} // namespace SmartCaptcha::Internal
