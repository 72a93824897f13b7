// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchasession.h"

#include "captcha/captchalog.h"
#include "foundation/redaction.h"
#include "loadedpage.h"
#include "pausabletimer.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace SmartCaptcha::Internal {

using Code = SmartCaptchaError::Code;

// Who wants the attempt.
enum class Attempt {
    None,
    Offered, // Nobody yet; the page is loaded in case somebody does.
    Asked, // Somebody who waits for the outcome.
};

// The check that execute() asks for.
enum class Check {
    None,
    Waiting, // It begins when the page is ready.
    Begun, // Also after a failure, for retry().
};

// Deciding and announcing are separate: every event first changes the "decided" members, completely and
// without a signal. Only announce() emits.
class CaptchaSessionPrivate {
public:
    explicit CaptchaSessionPrivate(CaptchaSession *session)
        : q(session)
    {
    }

    // Runs slots, which may delete the session: do not touch "this" afterwards.
    void announce();

    void enter(State next, const SmartCaptchaToken &newToken = {}, const SmartCaptchaError &newError = {});
    void begin(Attempt kind);
    void end(State outcome, std::function<void()> signal, const SmartCaptchaToken &newToken = {},
             const SmartCaptchaError &newError = {});
    void endWith(const SmartCaptchaToken &received);
    void failWith(Code code, const QString &details);
    void endAsCancelled();
    void endIfAskedFor();
    void giveUp();

    void handle(const PageMessage &message);
    [[nodiscard]] bool isTooMuch(double cost);
    void hear(const QString &json);
    [[nodiscard]] bool isUnasked(const PageMessage &message);
    void solved(const QString &value);
    void becomeReady(bool controllable);
    void showChallenge();
    void setChallengeVisible(bool visible);
    void expire();
    void pageReloaded();
    void hostFailed(WebHost::Failure failure, const QString &details);
    void deadlinePassed();
    void lookAtToken();
    void holdDeadlines(bool hold);

    void load(Attempt kind);
    void startCheck();
    void armDeadline();
    [[nodiscard]] bool underWay() const;
    [[nodiscard]] bool isStandard() const;
    [[nodiscard]] bool isInBrowser() const;
    [[nodiscard]] WebHost::Expectation expectation() const;

    CaptchaSession *const q;
    SmartCaptchaOptions options; // for the next load
    LoadedPage page;

    // What is decided. State::Cancelled is never a lasting state.
    State state = State::Idle;
    SmartCaptchaToken token;
    Attempt attempt = Attempt::None;
    Check check = Check::None;
    bool challengeVisible = false;

    // What is still to be announced, and what was announced last.
    QList<std::function<void()>> announcements;
    State announcedState = State::Idle;
    SmartCaptchaToken announcedToken;
    SmartCaptchaError announcedError;

    CaptchaSession::Graces graces;
    double haste = 0; // messages beyond what a person can cause, in the last seconds
    QElapsedTimer sinceHaste;

    PausableTimer deadline;
    PausableTimer grace;
    QTimer expiry;
};

// When a slot calls the session or runs an event loop, the remaining announcements are made from there.
void CaptchaSessionPrivate::announce()
{
    const QPointer<CaptchaSession> guard(q);
    while (guard) {
        if (!announcements.isEmpty())
            announcements.takeFirst()();
        else if (state == State::Ready && check == Check::Waiting)
            startCheck(); // unless a slot of ready() has changed that
        else
            return;
    }
}

void CaptchaSessionPrivate::enter(State next, const SmartCaptchaToken &newToken,
                                  const SmartCaptchaError &newError)
{
    const bool tokenChanges = token.value() != newToken.value();
    if (state == next && !tokenChanges)
        return;
    const State before = state;
    state = next;
    token = newToken;
    if (next != before) {
        qCDebug(sessionLog) << before << "->" << next;
        if (next != State::Challenge)
            grace.stop();
        // Looked at once a second, because a single timer would be late after the computer has been asleep.
        if (next == State::Solved)
            expiry.start(1000);
        else
            expiry.stop();
        armDeadline();
        if (page.host())
            page.host()->expect(expectation());
    }
    announcements << [=] {
        announcedState = next;
        announcedToken = newToken;
        announcedError = newError;
        if (next != before)
            Q_EMIT q->stateChanged(next);
    };
    if (tokenChanges)
        announcements << [=] { Q_EMIT q->tokenChanged(newToken); };
}

// Continues the current attempt, if there is one.
void CaptchaSessionPrivate::begin(Attempt kind)
{
    attempt = qMax(attempt, kind);
}

// The one end of each attempt.
void CaptchaSessionPrivate::end(State outcome, std::function<void()> signal,
                                const SmartCaptchaToken &newToken, const SmartCaptchaError &newError)
{
    attempt = Attempt::None;
    // What was pressed was meant for this attempt.
    if (page.host())
        (void)page.host()->takePress();
    if (outcome != State::Failed)
        check = Check::None;
    else if (check == Check::Waiting)
        check = Check::Begun;
    enter(outcome, newToken, newError);
    setChallengeVisible(false);
    announcements << std::move(signal);
}

void CaptchaSessionPrivate::endWith(const SmartCaptchaToken &received)
{
    end(
        State::Solved, [=] { Q_EMIT q->tokenReceived(received); }, received);
    if (isInBrowser()) {
        page.host()->notePassed();
        page.unload();
    }
}

void CaptchaSessionPrivate::failWith(Code code, const QString &details)
{
    qCWarning(sessionLog).noquote() << "The captcha failed:" << code << details;
    const SmartCaptchaError reason(code, details);
    end(
        State::Failed, [=] { Q_EMIT q->errorOccurred(reason); }, {}, reason);
    // The page may be broken, so the next attempt reloads it.
    page.unload();
}

// The caller decides which state follows.
void CaptchaSessionPrivate::endAsCancelled()
{
    end(State::Cancelled, [this] { Q_EMIT q->cancelled(); });
}

void CaptchaSessionPrivate::endIfAskedFor()
{
    if (attempt == Attempt::Asked)
        endAsCancelled();
}

void CaptchaSessionPrivate::giveUp()
{
    const bool ends = state == State::Loading || isInBrowser();
    if (attempt != Attempt::None)
        endAsCancelled();
    if (ends) {
        page.unload();
        enter(State::Idle);
    } else if (page.rewind()) {
        enter(State::Ready);
    } else if (page.isReady() && isStandard()) {
        load(Attempt::Offered);
    } else {
        page.unload();
        enter(State::Idle);
    }
}

void CaptchaSessionPrivate::armDeadline()
{
    switch (state) {
    case State::Loading:
    case State::Checking:
        deadline.start(page.options().loadTimeout());
        break;
    case State::Challenge:
        deadline.start(page.options().challengeTimeout());
        break;
    default:
        deadline.stop();
        break;
    }
}

// The states that an attempt can be in.
bool CaptchaSessionPrivate::underWay() const
{
    return state == State::Loading || state == State::Ready || state == State::Checking
        || state == State::Challenge;
}

bool CaptchaSessionPrivate::isStandard() const
{
    return page.options().mode() == SmartCaptchaOptions::Mode::Standard;
}

// A page in the person's own browser ends with its attempt, and never loads before somebody asks for it.
bool CaptchaSessionPrivate::isInBrowser() const
{
    return page.host() && page.host()->browserTab();
}

WebHost::Expectation CaptchaSessionPrivate::expectation() const
{
    switch (state) {
    case State::Loading:
    case State::Checking:
    case State::Challenge:
        return WebHost::Expectation::Answer;
    case State::Ready:
    case State::Expired:
        return WebHost::Expectation::Press;
    default:
        return WebHost::Expectation::Nothing;
    }
}

void CaptchaSessionPrivate::load(Attempt kind)
{
    if (state == State::Checking || state == State::Challenge)
        endAsCancelled();
    begin(kind);
    page.prepare(options);

    const QStringList problems = options.problems();
    if (!problems.isEmpty() || !page.host()) {
        // After the caller has returned, like every other outcome, so that it may connect after the call.
        const SmartCaptchaError error = problems.isEmpty()
            ? SmartCaptchaError(Code::WebEngineUnavailable, QStringLiteral("There is no web host"))
            : SmartCaptchaError(Code::InvalidOptions, problems.join(QLatin1Char(' ')));
        QMetaObject::invokeMethod(
            q,
            [this, error, load = page.loadCount()] {
                if (state != State::Loading || page.loadCount() != load)
                    return;
                failWith(error.code(), error.details());
                announce();
            },
            Qt::QueuedConnection);
    } else {
        page.load();
    }
    enter(State::Loading);
    armDeadline();
}

void CaptchaSessionPrivate::startCheck()
{
    begin(Attempt::Asked);
    check = Check::Begun;
    page.execute();
    enter(State::Checking);
}

void CaptchaSessionPrivate::solved(const QString &value)
{
    rememberToken(value.left(PageMessage::MaximumTokenLength));
    const bool tooLong = value.size() > PageMessage::MaximumTokenLength;
    if (state == State::Solved) {
        // A newer token. A bad one does not invalidate the current token.
        if (tooLong)
            qCWarning(sessionLog) << "Ignored a newer token, which is too long";
        else if (value != token.value())
            endWith(SmartCaptchaToken(value));
    } else if (value.isEmpty()) {
        failWith(Code::ProtocolError, QStringLiteral("The page gave an empty token"));
    } else if (tooLong) {
        failWith(Code::ProtocolError,
                 QStringLiteral("The page gave a token of more than %1 characters")
                     .arg(PageMessage::MaximumTokenLength));
    } else {
        endWith(SmartCaptchaToken(value));
    }
}

void CaptchaSessionPrivate::becomeReady(bool controllable)
{
    page.becomeReady(controllable);
    enter(State::Ready);
    announcements << [this] { Q_EMIT q->ready(); };
}

void CaptchaSessionPrivate::showChallenge()
{
    begin(Attempt::Asked);
    if (check == Check::Waiting)
        check = Check::Begun;
    enter(State::Challenge);
    setChallengeVisible(true);
}

// Shown and hidden always alternate, even if the page repeats itself.
void CaptchaSessionPrivate::setChallengeVisible(bool visible)
{
    if (challengeVisible == visible)
        return;
    challengeVisible = visible;
    announcements << [this, visible] {
        if (visible)
            Q_EMIT q->challengeShown();
        else
            Q_EMIT q->challengeHidden();
    };
}

void CaptchaSessionPrivate::expire()
{
    enter(State::Expired);
    announcements << [this] { Q_EMIT q->tokenExpired(); };
    // A standard captcha shows its button again.
    if (page.rewind())
        return;
    if (isStandard() && page.host() && !isInBrowser())
        load(Attempt::Offered);
    else
        page.unload();
}

void CaptchaSessionPrivate::lookAtToken()
{
    if (state == State::Solved && token.isExpired())
        expire();
}

void CaptchaSessionPrivate::holdDeadlines(bool hold)
{
    if (hold) {
        deadline.pause();
        grace.pause();
    } else {
        deadline.goOn(graces.resume);
        grace.goOn(graces.resume);
    }
}

// A page that repeats itself would have the application open windows and ask its backend without end, or
// leave it no time for anything else. @p cost is 1 for what a person can cause four times a second. True if
// the page has gone too far.
bool CaptchaSessionPrivate::isTooMuch(double cost)
{
    constexpr double perSecond = 4;
    if (sinceHaste.isValid())
        haste = std::max(0.0, haste - perSecond * double(sinceHaste.elapsed()) / 1000);
    sinceHaste.start();
    // What follows after the end does not count against the next page.
    haste = std::min(haste + cost, graces.burst + 1.0);
    if (haste <= graces.burst)
        return false;
    if (underWay() || state == State::Solved || state == State::Expired)
        failWith(Code::ProtocolError, QStringLiteral("The page reports more than a person can do"));
    return true;
}

void CaptchaSessionPrivate::hear(const QString &json)
{
    // Sizes may change with each frame of an animation. What is dropped costs time as well.
    constexpr double costOfMessage = 1.0 / 50;
    if (isTooMuch(costOfMessage))
        return;
    const std::optional<PageMessage> message = page.read(json);
    if (!message)
        return;
    using Type = PageMessage::Type;
    const bool isOfPerson = message->type == Type::Success || message->type == Type::TokenExpired
        || message->type == Type::ChallengeVisible || message->type == Type::ChallengeHidden;
    if (!isOfPerson || !isTooMuch(1 - costOfMessage))
        handle(*message);
}

// A page does not begin an attempt by itself: somebody has pressed something in it, or wants the check.
bool CaptchaSessionPrivate::isUnasked(const PageMessage &message)
{
    using Type = PageMessage::Type;
    const bool begins =
        message.type == Type::ChallengeVisible || (message.type == Type::Success && !message.token.isEmpty());
    const bool mayBegin =
        state == State::Loading || state == State::Ready || state == State::Solved || state == State::Expired;
    if (!begins || !mayBegin || (underWay() && check != Check::None) || !page.host())
        return false;
    // The token that there is already, once more.
    if (state == State::Solved && message.token == token.value())
        return false;
    return !page.host()->takePress();
}

void CaptchaSessionPrivate::handle(const PageMessage &message)
{
    using Type = PageMessage::Type;
    if (!page.isCurrent(message)) {
        qCDebug(sessionLog) << "Dropped a message of an earlier check";
        return;
    }
    if (isUnasked(message)) {
        rememberToken(message.token.left(PageMessage::MaximumTokenLength), TokenUse::Ignored);
        qCWarning(sessionLog) << "The page reports a check that nobody has asked for; it is ignored";
        // The page would not report it again when somebody does.
        if (state == State::Ready || state == State::Expired)
            (void)page.rewind();
        return;
    }
    // The states in which the person can press something, or has.
    const bool pressed = state == State::Ready || state == State::Checking || state == State::Challenge
        || (state == State::Expired && isStandard());
    // The service may still finish a cancelled check. Nobody waits for that result.
    if (state == State::Ready && check != Check::Waiting && page.isControllable() && !isStandard()
        && (message.type == Type::Success || message.type == Type::ChallengeVisible)) {
        (void)page.rewind();
        return;
    }
    switch (message.type) {
    case Type::ScriptLoaded:
        if (state == State::Loading)
            page.noteReachable(message.address);
        return;
    case Type::ScriptFailed:
        // Also for frames, such as the challenge's.
        if (pressed || state == State::Loading)
            failWith(Code::LoadFailed, message.description);
        return;
    case Type::Ready:
        if (state == State::Loading)
            becomeReady(message.controllable);
        else if (page.isReady()) // late: a challenge or a token came first
            page.setControllable(message.controllable);
        return;
    case Type::ChallengeVisible:
        if (state == State::Ready || state == State::Checking || state == State::Expired) {
            showChallenge();
        } else if (state == State::Challenge) {
            grace.stop(); // closed and reopened for another task
            setChallengeVisible(true);
        } else if (state == State::Loading) {
            // The page starts its challenge by itself, before it reports that it is ready.
            becomeReady(false);
            showChallenge();
        }
        return;
    case Type::ChallengeHidden:
        if (state == State::Challenge && !grace.isActive()) {
            grace.start(isInBrowser() ? graces.cancelInBrowser : graces.cancel);
            setChallengeVisible(false);
        }
        return;
    case Type::Success:
        // Some versions of the service send an empty token when the old one has expired.
        if (message.token.isEmpty() && state == State::Solved) {
            expire();
        } else if (message.token.isEmpty() && state == State::Expired) {
            return;
        } else if (pressed || state == State::Loading || state == State::Solved || state == State::Expired) {
            page.setReady();
            solved(message.token);
        }
        return;
    case Type::TokenExpired:
        if (state == State::Solved)
            expire();
        return;
    case Type::NetworkError:
        if (pressed || state == State::Loading)
            failWith(Code::NetworkError, QStringLiteral("The widget reported a network error"));
        return;
    case Type::JavascriptError:
        if (pressed || state == State::Loading)
            failWith(Code::JavascriptError, message.description);
        return;
    case Type::Size:
        if (message.challenge ? state == State::Challenge : page.isReady()) {
            announcements << [this, size = message.size, challenge = message.challenge] {
                Q_EMIT q->sizeReported(size, challenge);
            };
        }
        return;
    }
}

// The attempt goes on, and a challenge that was open is gone.
void CaptchaSessionPrivate::pageReloaded()
{
    if (state == State::Ready || state == State::Checking || state == State::Challenge) {
        page.setUnready();
        setChallengeVisible(false);
        // A check that was asked for begins again by itself.
        enter(check == Check::Begun ? State::Checking : State::Loading);
    }
    // The page has as much time as the first one.
    if (state == State::Loading || state == State::Checking)
        armDeadline();
}

void CaptchaSessionPrivate::hostFailed(WebHost::Failure failure, const QString &details)
{
    if (state == State::Solved || state == State::Expired) {
        // The attempt is over and its token still valid; only the next attempt needs a page.
        page.forget();
        // An expired standard captcha offers its button again, so reload the page. Only once: losing it again
        // is a failure.
        if (state == State::Expired && isStandard())
            load(Attempt::Offered);
        return;
    }
    if (!underWay())
        return;
    switch (failure) {
    case WebHost::Failure::Unreachable:
        if (state != State::Loading || !page.loadFromNextAddress())
            failWith(Code::LoadFailed, details);
        return;
    case WebHost::Failure::Load:
        failWith(Code::LoadFailed, details);
        return;
    case WebHost::Failure::Certificate:
        failWith(Code::CertificateError, details);
        return;
    case WebHost::Failure::RenderProcessGone:
        failWith(Code::RenderProcessGone, details);
        return;
    case WebHost::Failure::Unavailable:
        failWith(Code::WebEngineUnavailable, details);
        return;
    }
}

void CaptchaSessionPrivate::deadlinePassed()
{
    switch (state) {
    case State::Loading:
        failWith(Code::LoadTimeout,
                 QStringLiteral("The page at %1 was not ready within %2 ms. %3")
                     .arg(page.origin())
                     .arg(page.options().loadTimeout())
                     .arg(page.refusalHint()));
        return;
    case State::Checking:
        failWith(Code::ChallengeTimeout,
                 QStringLiteral("The service did not answer the check within %1 ms. %2")
                     .arg(page.options().loadTimeout())
                     .arg(page.refusalHint()));
        return;
    case State::Challenge:
        failWith(Code::ChallengeTimeout,
                 QStringLiteral("The challenge was not solved within %1 ms")
                     .arg(page.options().challengeTimeout()));
        return;
    default:
        return;
    }
}

CaptchaSession::CaptchaSession(QObject *parent)
    : CaptchaSession(Graces(), parent)
{
}

CaptchaSession::CaptchaSession(const Graces &graces, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<CaptchaSessionPrivate>(this))
{
    d->graces = graces;
    connect(&d->deadline, &PausableTimer::timeout, this, [this] {
        d->deadlinePassed();
        d->announce();
    });
    connect(&d->grace, &PausableTimer::timeout, this, [this] {
        if (d->state == State::Challenge)
            d->giveUp();
        d->announce();
    });
    connect(&d->expiry, &QTimer::timeout, this, [this] {
        d->lookAtToken();
        d->announce();
    });
}

CaptchaSession::~CaptchaSession() = default;

void CaptchaSession::setHost(WebHost *host)
{
    if (d->page.host() == host)
        return;
    const bool exchanged = d->page.host();
    if (exchanged)
        d->page.host()->disconnect(this);
    d->page.setHost(host);
    d->holdDeadlines(host && host->isPaused());
    if (host) {
        connect(host, &WebHost::messageArrived, this, [this](const QString &json) {
            d->hear(json);
            d->announce();
        });
        connect(host, &WebHost::reloaded, this, [this] {
            d->pageReloaded();
            d->announce();
        });
        connect(host, &WebHost::failed, this, [this](WebHost::Failure failure, const QString &details) {
            d->hostFailed(failure, details);
            d->announce();
        });
        connect(host, &WebHost::pausedChanged, this, [this](bool paused) {
            d->holdDeadlines(paused);
            // A token's lifetime goes on during a pause.
            if (!paused)
                d->lookAtToken();
            d->announce();
        });
        // A destroyed host no longer emits pausedChanged(false).
        connect(host, &QObject::destroyed, this, [this] {
            d->page.forget();
            d->holdDeadlines(false);
        });
    }
    if (exchanged && d->underWay()) {
        d->endIfAskedFor();
        d->attempt = Attempt::None;
        d->enter(State::Idle);
    }
    d->announce();
}

WebHost *CaptchaSession::host() const
{
    return d->page.host();
}

void CaptchaSession::setOptions(const SmartCaptchaOptions &options)
{
    d->options = options;
}

SmartCaptchaOptions CaptchaSession::options() const
{
    return d->options;
}

void CaptchaSession::setAppearance(const PageAppearance &appearance)
{
    d->page.setAppearance(appearance);
}

State CaptchaSession::state() const
{
    return d->announcedState;
}

SmartCaptchaToken CaptchaSession::token() const
{
    return d->announcedToken;
}

SmartCaptchaError CaptchaSession::error() const
{
    return d->announcedError;
}

SmartCaptchaOptions CaptchaSession::loadedOptions() const
{
    return d->page.loadCount() > 0 ? d->page.options() : d->options;
}

bool CaptchaSession::isLanguageOutdated() const
{
    return d->page.isLanguageOutdated();
}

void CaptchaSession::load()
{
    // Cancels a check that has begun; one that waits for the page now waits for this load.
    if (d->check == Check::Begun)
        d->check = Check::None;
    d->load(Attempt::Asked);
    d->announce();
}

void CaptchaSession::offer()
{
    d->load(Attempt::Offered);
    d->announce();
}

void CaptchaSession::execute()
{
    const bool outdated = d->options != d->page.options() || isLanguageOutdated();
    switch (d->state) {
    case State::Checking:
    case State::Challenge:
        break;
    case State::Loading:
        if (outdated)
            d->load(Attempt::Asked);
        d->begin(Attempt::Asked);
        d->check = Check::Waiting;
        break;
    default:
        // When Ready, the page can be used as it is, unless it was lost with its host. One that takes no
        // commands begins its check by itself, while it loads.
        if (!outdated
            && (d->state == State::Ready ? d->page.isReady() && (d->page.isControllable() || d->isStandard())
                                         : d->page.rewind())) {
            d->startCheck();
        } else {
            d->load(Attempt::Asked);
            d->check = Check::Waiting;
        }
        break;
    }
    d->announce();
}

void CaptchaSession::begin()
{
    if (d->options.mode() == SmartCaptchaOptions::Mode::Standard) {
        load();
        return;
    }
    // A slot of reset() may end this.
    const QPointer<CaptchaSession> guard(this);
    reset();
    if (guard)
        execute();
}

void CaptchaSession::retry()
{
    if (isCheckAskedFor())
        execute();
    else
        load();
}

bool CaptchaSession::isCheckAskedFor() const
{
    return d->check != Check::None;
}

void CaptchaSession::reset()
{
    if (d->check == Check::Waiting || d->state == State::Checking || d->state == State::Challenge)
        d->endAsCancelled();
    d->check = Check::None;
    if (d->isInBrowser()) {
        d->endIfAskedFor();
        d->attempt = Attempt::None;
        d->page.unload();
        d->enter(State::Idle);
    } else if (d->state != State::Idle) {
        d->begin(Attempt::Asked);
        if (d->page.rewind())
            d->enter(State::Ready);
        else
            d->load(Attempt::Asked);
    }
    d->announce();
}

void CaptchaSession::cancel()
{
    // A slot of cancelled() cannot mean the attempt that follows: that has not been announced yet.
    if (d->underWay() && d->announcedState != State::Cancelled)
        d->giveUp();
    d->announce();
}

void CaptchaSession::unload()
{
    d->endIfAskedFor();
    d->attempt = Attempt::None;
    d->check = Check::None;
    d->page.unload();
    d->enter(State::Idle);
    d->announce();
}

bool CaptchaSession::hasDeadline() const
{
    return d->deadline.isActive();
}

} // namespace SmartCaptcha::Internal
