// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchasession.h"

#include "core/logging/logging.h"
#include "core/service/reachableaddress.h"
#include "core/service/secureurl.h"
#include "pagemessage.h"
#include "pausabletimer.h"
#include "smartcaptchaoptions.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <optional>

namespace SmartCaptcha::Internal {

using Code = SmartCaptchaError::Code;

class CaptchaSessionPrivate {
public:
    explicit CaptchaSessionPrivate(CaptchaSession *session)
        : q(session)
    {
    }

    // Each of these may run slots that delete the session; "this" must not be touched after them.
    void enter(State next);
    void end(State outcome);
    void failWith(Code code, const QString &details);
    void endAsCancelled();
    void handle(const PageMessage &message);
    void solved(const QString &value);
    void becomeReady(bool controllable);
    void showChallenge();
    void announceChallenge(bool visible);
    void expire();
    void hostFailed(WebHost::Failure failure, const QString &details);
    void deadlinePassed();
    void lookAtToken();
    void holdDeadlines(bool hold);

    void loadPage(const QUrl &address);
    void sendCommand(const QString &type, QJsonObject fields = {});
    void sendAppearance();
    void startCheck();
    void armDeadline();
    [[nodiscard]] bool underWay() const;
    [[nodiscard]] WebHost::Expectation expectation() const;
    [[nodiscard]] QString origin() const;

    CaptchaSession *const q;
    QPointer<WebHost> host;
    SmartCaptchaOptions options;
    SmartCaptchaOptions loadedOptions;
    PageAppearance appearance;
    PageAppearance loadedAppearance;
    State state = State::Idle;
    SmartCaptchaToken token;
    SmartCaptchaError error;

    QString nonce;
    QList<QUrl> addressOrder; // of the page that is loaded: what its numbers mean
    QList<QUrl> addresses; // still to be tried for the service's ready page
    QUrl address;
    int attempt = 0;
    bool pageThere = false; // the page has become ready and nothing is known to have happened to it
    bool controllable = false;
    bool executeWhenReady = false;
    bool challengeAnnounced = false;
    int cancelGrace = CaptchaSession::CancelGrace;
    int resumeGrace = CaptchaSession::ResumeGrace;

    PausableTimer deadline;
    PausableTimer grace;
    QTimer expiry;
};

void CaptchaSessionPrivate::enter(State next)
{
    if (state == next)
        return;
    qCDebug(sessionLog) << state << "->" << next;
    state = next;
    if (next != State::Solved)
        token = {};
    if (next != State::Failed)
        error = {};
    if (next != State::Challenge)
        grace.stop();
    // Waking once a second notices the end of the five minutes also when the computer has slept through it.
    if (next == State::Solved)
        expiry.start(1000);
    else
        expiry.stop();
    armDeadline();
    if (host)
        host->expect(expectation());
    Q_EMIT q->stateChanged(next);
}

void CaptchaSessionPrivate::armDeadline()
{
    switch (state) {
    case State::Loading:
    case State::Checking:
        deadline.start(loadedOptions.loadTimeout());
        break;
    case State::Challenge:
        deadline.start(loadedOptions.challengeTimeout());
        break;
    default:
        deadline.stop();
        break;
    }
}

// True while somebody waits for an outcome.
bool CaptchaSessionPrivate::underWay() const
{
    return state == State::Loading || state == State::Ready || state == State::Checking
        || state == State::Challenge;
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

QString CaptchaSessionPrivate::origin() const
{
    switch (loadedOptions.effectivePageSource()) {
    case SmartCaptchaOptions::PageSource::OwnPage:
        return SecureUrl::origin(loadedOptions.pageOrigin());
    case SmartCaptchaOptions::PageSource::CustomPage:
        return SecureUrl::origin(loadedOptions.pageUrl());
    default:
        return SecureUrl::origin(address);
    }
}

void CaptchaSessionPrivate::sendCommand(const QString &type, QJsonObject fields)
{
    if (!host || nonce.isEmpty())
        return;
    fields.insert(QStringLiteral("type"), type);
    fields.insert(QStringLiteral("attempt"), attempt);
    host->runScript(CaptchaPage::commandScript(fields));
}

void CaptchaSessionPrivate::sendAppearance()
{
    sendCommand(QStringLiteral("appearance"),
                {{QStringLiteral("theme"), CaptchaPage::themeName(loadedOptions, appearance)},
                 {QStringLiteral("background"), appearance.background}});
}

void CaptchaSessionPrivate::loadPage(const QUrl &from)
{
    address = from;
    pageThere = false;
    controllable = false;
    attempt = 0;
    loadedAppearance = appearance;
    addressOrder = ReachableAddress::inOrder(loadedOptions.service().baseUrls());
    const CaptchaPage page = CaptchaPage::make(loadedOptions, appearance, host->transport(), from);
    nonce = page.nonce();
    host->load(page);
}

void CaptchaSessionPrivate::startCheck()
{
    executeWhenReady = false;
    ++attempt;
    sendCommand(QStringLiteral("execute"));
    enter(State::Checking);
}

void CaptchaSessionPrivate::failWith(Code code, const QString &details)
{
    qCWarning(sessionLog).noquote() << "The captcha failed:" << code << details;
    const SmartCaptchaError reason(code, details);
    const QPointer<CaptchaSession> guard(q);
    executeWhenReady = false;
    // What is left of the page cannot be trusted to be whole; the next attempt loads it anew.
    pageThere = false;
    nonce.clear();
    if (host)
        host->unload();
    // Before the state, whose slots may ask why.
    error = reason;
    enter(State::Failed);
    if (guard)
        announceChallenge(false);
    if (guard)
        Q_EMIT q->errorOccurred(reason);
}

void CaptchaSessionPrivate::endAsCancelled()
{
    const QPointer<CaptchaSession> guard(q);
    executeWhenReady = false;
    // The page goes back to its beginning, and what it has said until now is void.
    ++attempt;
    if (pageThere)
        sendCommand(QStringLiteral("reset"));
    else if (host)
        host->unload();
    if (!pageThere)
        nonce.clear();
    const bool there = pageThere;
    enter(State::Cancelled);
    if (guard)
        announceChallenge(false);
    if (guard)
        Q_EMIT q->cancelled();
    if (guard && state == State::Cancelled)
        enter(there && pageThere ? State::Ready : State::Idle);
}

void CaptchaSessionPrivate::solved(const QString &value)
{
    if (value.isEmpty() || value.size() > PageMessage::MaximumTokenLength) {
        failWith(Code::ProtocolError,
                 value.isEmpty()
                     ? QStringLiteral("The page gave an empty token")
                     : QStringLiteral("The page gave a token of %1 characters").arg(value.size()));
        return;
    }
    const QPointer<CaptchaSession> guard(q);
    const SmartCaptchaToken received(value);
    executeWhenReady = false;
    token = received;
    enter(State::Solved);
    if (guard)
        announceChallenge(false);
    if (guard)
        Q_EMIT q->tokenReceived(received);
}

void CaptchaSessionPrivate::becomeReady(bool pageIsControllable)
{
    const QPointer<CaptchaSession> guard(q);
    pageThere = true;
    controllable = pageIsControllable;
    if (loadedOptions.effectivePageSource() == SmartCaptchaOptions::PageSource::ServicePage)
        ReachableAddress::remember(loadedOptions.service().baseUrls(), address);
    const bool start = executeWhenReady;
    // While the page was on its way, the command may have met none.
    if (appearance != loadedAppearance)
        sendAppearance();
    enter(State::Ready);
    if (guard)
        Q_EMIT q->ready();
    if (guard && start && state == State::Ready)
        startCheck();
}

void CaptchaSessionPrivate::showChallenge()
{
    const QPointer<CaptchaSession> guard(q);
    enter(State::Challenge);
    if (guard && state == State::Challenge)
        announceChallenge(true);
}

// Shown and hidden come in pairs, whatever the page says how often.
void CaptchaSessionPrivate::announceChallenge(bool visible)
{
    if (challengeAnnounced == visible)
        return;
    challengeAnnounced = visible;
    if (visible)
        Q_EMIT q->challengeShown();
    else
        Q_EMIT q->challengeHidden();
}

void CaptchaSessionPrivate::expire()
{
    const QPointer<CaptchaSession> guard(q);
    // So that a standard captcha shows its button again.
    ++attempt;
    if (pageThere)
        sendCommand(QStringLiteral("reset"));
    enter(State::Expired);
    if (guard)
        Q_EMIT q->tokenExpired();
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
        deadline.goOn(resumeGrace);
        grace.goOn(resumeGrace);
    }
}

void CaptchaSessionPrivate::handle(const PageMessage &message)
{
    using Type = PageMessage::Type;
    if (message.attempt != attempt) {
        qCDebug(sessionLog) << "Dropped a message of attempt" << message.attempt << "in attempt" << attempt;
        return;
    }
    const bool waiting = state == State::Ready || state == State::Checking || state == State::Challenge;
    // The service may finish a check that was cancelled. Nobody waits for that answer any more.
    if (state == State::Ready && controllable && loadedOptions.mode() == SmartCaptchaOptions::Mode::Invisible
        && (message.type == Type::Success || message.type == Type::ChallengeVisible)) {
        ++attempt;
        sendCommand(QStringLiteral("reset"));
        return;
    }
    switch (message.type) {
    case Type::ScriptLoaded: {
        if (state == State::Loading && message.address >= 0 && message.address < addressOrder.size())
            ReachableAddress::remember(loadedOptions.service().baseUrls(), addressOrder.at(message.address));
        return;
    }
    case Type::ScriptFailed:
        if (state == State::Loading || state == State::Checking)
            failWith(Code::LoadFailed, message.description);
        return;
    case Type::Ready:
        if (state == State::Loading)
            becomeReady(message.controllable);
        return;
    case Type::ChallengeVisible:
        if (state == State::Ready || state == State::Checking || state == State::Expired) {
            showChallenge();
        } else if (state == State::Challenge) {
            grace.stop(); // closed and opened again at once, for a further task
            announceChallenge(true);
        } else if (state == State::Loading) {
            // A page that begins by itself, before it was seen to be ready.
            const QPointer<CaptchaSession> guard(q);
            becomeReady(false);
            if (guard && (state == State::Ready || state == State::Checking))
                showChallenge();
        }
        return;
    case Type::ChallengeHidden:
        if (state == State::Challenge && !grace.isActive()) {
            grace.start(cancelGrace);
            announceChallenge(false);
        }
        return;
    case Type::Success:
        if (waiting || state == State::Loading || state == State::Expired) {
            if (state == State::Loading)
                pageThere = true;
            // An empty token is how some versions say that the old one has expired.
            if (state == State::Expired && message.token.isEmpty())
                return;
            solved(message.token);
        } else if (state == State::Solved && message.token.isEmpty()) {
            expire();
        }
        return;
    case Type::TokenExpired:
        if (state == State::Solved)
            expire();
        return;
    case Type::NetworkError:
        if (waiting || state == State::Loading)
            failWith(Code::NetworkError, QStringLiteral("The widget reported a network error"));
        return;
    case Type::JavascriptError:
        if (waiting || state == State::Loading)
            failWith(Code::JavascriptError, message.description);
        return;
    case Type::Size:
        if (message.challenge ? state == State::Challenge : pageThere)
            Q_EMIT q->sizeReported(message.size, message.challenge);
        return;
    }
}

void CaptchaSessionPrivate::hostFailed(WebHost::Failure failure, const QString &details)
{
    if (state == State::Solved || state == State::Expired || state == State::Cancelled) {
        // That attempt is over, and its token as good as before; only the next one needs a page.
        pageThere = false;
        nonce.clear();
        // A standard captcha that has expired invites the person to press its button again, so it has to be
        // there.
        if (state == State::Expired && loadedOptions.mode() == SmartCaptchaOptions::Mode::Standard)
            q->load();
        return;
    }
    if (!underWay())
        return;
    switch (failure) {
    case WebHost::Failure::Unreachable:
        if (state == State::Loading && !addresses.isEmpty()) {
            qCWarning(sessionLog).noquote() << "Not reachable:" << SecureUrl::origin(address)
                                            << "- going on to" << SecureUrl::origin(addresses.first());
            loadPage(addresses.takeFirst());
            return;
        }
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
        failWith(
            Code::LoadTimeout,
            QStringLiteral(
                "The page at %1 was not ready within %2 ms. If it is reachable, make sure that this site "
                "is among those that the site key allows.")
                .arg(origin())
                .arg(loadedOptions.loadTimeout()));
        return;
    case State::Checking:
        failWith(Code::ChallengeTimeout,
                 QStringLiteral("The service did not answer the check within %1 ms")
                     .arg(loadedOptions.loadTimeout()));
        return;
    case State::Challenge:
        failWith(Code::ChallengeTimeout,
                 QStringLiteral("The challenge was not solved within %1 ms")
                     .arg(loadedOptions.challengeTimeout()));
        return;
    default:
        return;
    }
}

CaptchaSession::CaptchaSession(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<CaptchaSessionPrivate>(this))
{
    connect(&d->deadline, &PausableTimer::timeout, this, [this] { d->deadlinePassed(); });
    connect(&d->grace, &PausableTimer::timeout, this, [this] {
        if (d->state == State::Challenge)
            d->endAsCancelled();
    });
    connect(&d->expiry, &QTimer::timeout, this, [this] { d->lookAtToken(); });
}

CaptchaSession::~CaptchaSession() = default;

void CaptchaSession::setHost(WebHost *host)
{
    if (d->host == host)
        return;
    if (d->host) {
        d->host->disconnect(this);
        d->host->unload();
    }
    d->pageThere = false;
    d->nonce.clear();
    d->host = host;
    d->holdDeadlines(host && host->isPaused());
    if (!host)
        return;
    connect(host, &WebHost::messageArrived, this, [this](const QString &json) {
        QString problem;
        const std::optional<PageMessage> message = PageMessage::parse(json, d->nonce, &problem);
        if (message)
            d->handle(*message);
        else
            qCDebug(sessionLog).noquote() << "Dropped a message:" << problem;
    });
    connect(host, &WebHost::failed, this,
            [this](WebHost::Failure failure, const QString &details) { d->hostFailed(failure, details); });
    connect(host, &WebHost::pausedChanged, this, [this](bool paused) {
        d->holdDeadlines(paused);
        // The five minutes of a token are the service's, and went on.
        if (!paused)
            d->lookAtToken();
    });
    // One that is gone cannot say that it goes on.
    connect(host, &QObject::destroyed, this, [this] { d->holdDeadlines(false); });
}

WebHost *CaptchaSession::host() const
{
    return d->host;
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
    if (d->appearance == appearance)
        return;
    d->appearance = appearance;
    d->sendAppearance();
}

State CaptchaSession::state() const
{
    return d->state;
}

SmartCaptchaToken CaptchaSession::token() const
{
    return d->token;
}

SmartCaptchaError CaptchaSession::error() const
{
    return d->error;
}

void CaptchaSession::load()
{
    const QPointer<CaptchaSession> guard(this);
    const bool execute = d->state == State::Loading && d->executeWhenReady;
    if (d->state == State::Checking || d->state == State::Challenge) {
        d->endAsCancelled();
        if (!guard)
            return;
    }
    d->loadedOptions = d->options;
    d->executeWhenReady = execute;
    d->addresses.clear();

    const QStringList problems = d->loadedOptions.problems();
    if (!problems.isEmpty() || !d->host) {
        // After the caller has returned, as with every other outcome, so that connecting afterwards is early
        // enough.
        const SmartCaptchaError error = problems.isEmpty()
            ? SmartCaptchaError(Code::WebEngineUnavailable, QStringLiteral("There is no web host"))
            : SmartCaptchaError(Code::InvalidOptions, problems.join(QLatin1Char(' ')));
        d->nonce.clear();
        d->pageThere = false;
        const bool again = d->state == State::Loading;
        d->enter(State::Loading);
        if (guard && again)
            d->armDeadline();
        if (guard) {
            QMetaObject::invokeMethod(
                this,
                [this, error] {
                    if (d->state == State::Loading && d->nonce.isEmpty())
                        d->failWith(error.code(), error.details());
                },
                Qt::QueuedConnection);
        }
        return;
    }

    d->addresses = ReachableAddress::inOrder(d->loadedOptions.service().baseUrls());
    const QUrl first = d->addresses.takeFirst();
    // Only the service's ready page is fetched from these; elsewhere the page itself goes through them for
    // its script.
    if (d->loadedOptions.effectivePageSource() != SmartCaptchaOptions::PageSource::ServicePage)
        d->addresses.clear();
    d->loadPage(first);
    if (d->state == State::Loading)
        d->armDeadline();
    else
        d->enter(State::Loading);
}

void CaptchaSession::execute()
{
    const QPointer<CaptchaSession> guard(this);
    switch (d->state) {
    case State::Checking:
    case State::Challenge:
        return;
    case State::Loading:
        d->executeWhenReady = true;
        return;
    case State::Ready:
        // A host that was exchanged has no page yet.
        if (d->pageThere) {
            d->startCheck();
            return;
        }
        break;
    case State::Solved:
    case State::Expired:
    case State::Cancelled:
        if (d->pageThere && d->controllable) {
            ++d->attempt;
            d->sendCommand(QStringLiteral("reset"));
            d->startCheck();
            return;
        }
        break;
    case State::Idle:
    case State::Failed:
        break;
    }
    load();
    if (guard && d->state == State::Loading)
        d->executeWhenReady = true;
}

void CaptchaSession::reset()
{
    const QPointer<CaptchaSession> guard(this);
    switch (d->state) {
    case State::Idle:
        return;
    case State::Checking:
    case State::Challenge:
        d->endAsCancelled();
        if (!guard || !d->pageThere || d->controllable)
            return;
        break;
    case State::Ready:
    case State::Solved:
    case State::Expired:
    case State::Cancelled:
        if (d->pageThere && d->controllable) {
            ++d->attempt;
            d->sendCommand(QStringLiteral("reset"));
            d->enter(State::Ready);
            return;
        }
        break;
    case State::Loading:
        if (d->executeWhenReady) {
            d->endAsCancelled();
            if (!guard)
                return;
        }
        break;
    case State::Failed:
        break;
    }
    load();
}

void CaptchaSession::cancel()
{
    if (d->underWay())
        d->endAsCancelled();
}

void CaptchaSession::unload()
{
    const QPointer<CaptchaSession> guard(this);
    if (d->state == State::Checking || d->state == State::Challenge) {
        d->endAsCancelled();
        if (!guard)
            return;
    }
    d->pageThere = false;
    d->executeWhenReady = false;
    d->nonce.clear();
    if (d->host)
        d->host->unload();
    d->enter(State::Idle);
}

void CaptchaSession::setCancelGrace(int milliseconds)
{
    d->cancelGrace = milliseconds;
}

void CaptchaSession::setResumeGrace(int milliseconds)
{
    d->resumeGrace = milliseconds;
}

} // namespace SmartCaptcha::Internal
