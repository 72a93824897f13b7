// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchasession.h"

#include "captcha/captchalog.h"
#include "captcha/page/pagemessage.h"
#include "foundation/secureurl.h"
#include "pausabletimer.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qjsonobject.h>
#include <QtCore/qlist.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <functional>
#include <optional>
#include <utility>

namespace SmartCaptcha::Internal {

using Code = SmartCaptchaError::Code;

// How much an attempt means to somebody.
enum class Attempt {
    None,
    Offered, // The page is there, or on its way, in case that somebody wants it.
    Asked, // Somebody waits for the outcome.
};

// The check that execute() asks for.
enum class Check {
    None,
    Waiting, // It begins when the page is ready.
    Begun, // Also when it has failed, for retry().
};

// Decides and announces apart: everything that happens to the session changes what is "decided" here,
// completely and without a signal, and then calls announce(), which alone emits.
class CaptchaSessionPrivate {
public:
    explicit CaptchaSessionPrivate(CaptchaSession *session)
        : q(session)
    {
    }

    // Runs slots, which may delete the session; "this" must not be touched after it.
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
    void solved(const QString &value);
    void becomeReady(bool controllable);
    void showChallenge();
    void setChallengeVisible(bool visible);
    void expire();
    void hostFailed(WebHost::Failure failure, const QString &details);
    void deadlinePassed();
    void lookAtToken();
    void holdDeadlines(bool hold);

    void load(Attempt kind);
    void loadPage(const QList<QUrl> &addresses);
    void losePage();
    void dropPage();
    [[nodiscard]] bool rewind();
    void sendCommand(const QString &type, QJsonObject fields = {});
    void sendAppearance();
    void startCheck();
    void armDeadline();
    [[nodiscard]] bool underWay() const;
    [[nodiscard]] bool isStandard() const;
    [[nodiscard]] bool isServicePage() const;
    [[nodiscard]] WebHost::Expectation expectation() const;
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString refusalHint() const;

    CaptchaSession *const q;
    QPointer<WebHost> host;
    SmartCaptchaOptions options;
    SmartCaptchaOptions loadedOptions; // with these the page was made
    QString loadedLanguage; // and in this language, where they leave it to the application
    PageAppearance appearance;
    PageAppearance loadedAppearance;

    // What is decided. State::Cancelled is only passed through.
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

    CaptchaPage page; // the one that was loaded last
    QString nonce; // its, while what it says counts
    QList<QUrl> untried; // addresses that the service's ready page may still be taken from
    int command = 0; // the number of the last one; what the page said before it has seen it is void
    int loads = 0;
    bool pageThere = false; // the page has become ready and nothing is known to have happened to it
    bool controllable = false;
    CaptchaSession::Graces graces;

    PausableTimer deadline;
    PausableTimer grace;
    QTimer expiry;
};

// A slot may call the session or run an event loop; the announcements that are left then follow from there.
void CaptchaSessionPrivate::announce()
{
    const QPointer<CaptchaSession> guard(q);
    while (guard) {
        if (!announcements.isEmpty())
            announcements.takeFirst()();
        else if (state == State::Ready && check == Check::Waiting)
            startCheck(); // nobody has decided otherwise in a slot of ready()
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
        // Waking once a second notices the end of the five minutes also when the computer has slept through
        // it.
        if (next == State::Solved)
            expiry.start(1000);
        else
            expiry.stop();
        armDeadline();
        if (host)
            host->expect(expectation());
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

// Goes on with the attempt that there is, if there is one.
void CaptchaSessionPrivate::begin(Attempt kind)
{
    attempt = qMax(attempt, kind);
}

// The one end of each attempt.
void CaptchaSessionPrivate::end(State outcome, std::function<void()> signal,
                                const SmartCaptchaToken &newToken, const SmartCaptchaError &newError)
{
    attempt = Attempt::None;
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
}

void CaptchaSessionPrivate::failWith(Code code, const QString &details)
{
    qCWarning(sessionLog).noquote() << "The captcha failed:" << code << details;
    const SmartCaptchaError reason(code, details);
    end(
        State::Failed, [=] { Q_EMIT q->errorOccurred(reason); }, {}, reason);
    // What is left of the page cannot be trusted to be whole; the next attempt loads it anew.
    dropPage();
}

// Where to go from Cancelled is the caller's to decide.
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
    const bool loading = state == State::Loading;
    if (attempt != Attempt::None)
        endAsCancelled();
    if (loading) {
        dropPage();
        enter(State::Idle);
    } else if (rewind()) {
        enter(State::Ready);
    } else if (pageThere && isStandard()) {
        load(Attempt::Offered);
    } else {
        dropPage();
        enter(State::Idle);
    }
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

// True while an attempt can be.
bool CaptchaSessionPrivate::underWay() const
{
    return state == State::Loading || state == State::Ready || state == State::Checking
        || state == State::Challenge;
}

bool CaptchaSessionPrivate::isStandard() const
{
    return loadedOptions.mode() == SmartCaptchaOptions::Mode::Standard;
}

bool CaptchaSessionPrivate::isServicePage() const
{
    return loadedOptions.effectivePageSource() == SmartCaptchaOptions::PageSource::ServicePage;
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
        return SecureUrl::origin(page.addresses().value(0));
    }
}

// The service says nothing to a page on a site that the key is not for; in some versions it shows a line of
// text.
QString CaptchaSessionPrivate::refusalHint() const
{
    return QStringLiteral(
               "If the service can be reached, the captcha of this site key must have \"%1\" among its "
               "hosts; for tests, add localhost or 127.0.0.1 to them and use a page of that host.")
        .arg(QUrl(origin()).host());
}

void CaptchaSessionPrivate::sendCommand(const QString &type, QJsonObject fields)
{
    if (!host || nonce.isEmpty())
        return;
    fields.insert(QStringLiteral("type"), type);
    fields.insert(QStringLiteral("attempt"), command);
    host->runScript(CaptchaPage::commandScript(fields));
}

void CaptchaSessionPrivate::sendAppearance()
{
    sendCommand(QStringLiteral("appearance"),
                {{QStringLiteral("theme"), CaptchaPage::themeName(loadedOptions, appearance)},
                 {QStringLiteral("background"), appearance.background}});
}

void CaptchaSessionPrivate::load(Attempt kind)
{
    if (state == State::Checking || state == State::Challenge)
        endAsCancelled();
    begin(kind);
    loadedOptions = options;
    loadedLanguage = options.effectiveLanguage();
    untried.clear();
    losePage();
    ++loads;

    const QStringList problems = loadedOptions.problems();
    if (!problems.isEmpty() || !host) {
        // After the caller has returned, as with every other outcome, so that connecting afterwards is early
        // enough.
        const SmartCaptchaError error = problems.isEmpty()
            ? SmartCaptchaError(Code::WebEngineUnavailable, QStringLiteral("There is no web host"))
            : SmartCaptchaError(Code::InvalidOptions, problems.join(QLatin1Char(' ')));
        QMetaObject::invokeMethod(
            q,
            [this, error, load = loads] {
                if (state != State::Loading || loads != load)
                    return;
                failWith(error.code(), error.details());
                announce();
            },
            Qt::QueuedConnection);
    } else {
        const QList<QUrl> addresses = loadedOptions.service().baseUrlsToTry();
        // Only the service's ready page is fetched from these; elsewhere the page itself goes through them
        // for its script.
        if (isServicePage())
            untried = addresses.mid(1);
        loadPage(addresses);
    }
    enter(State::Loading);
    armDeadline();
}

void CaptchaSessionPrivate::loadPage(const QList<QUrl> &addresses)
{
    command = 0;
    loadedAppearance = appearance;
    page = CaptchaPage::make(loadedOptions, appearance, host->transport(), addresses);
    nonce = page.nonce();
    host->load(page);
}

// Nothing that it says counts any more.
void CaptchaSessionPrivate::losePage()
{
    pageThere = false;
    controllable = false;
    nonce.clear();
}

void CaptchaSessionPrivate::dropPage()
{
    losePage();
    if (host)
        host->unload();
}

// Brings the page back to its beginning, so that what it has said until now is void. False when it has to be
// loaded anew for that.
bool CaptchaSessionPrivate::rewind()
{
    if (!pageThere || !controllable)
        return false;
    ++command;
    sendCommand(QStringLiteral("reset"));
    return true;
}

void CaptchaSessionPrivate::startCheck()
{
    begin(Attempt::Asked);
    check = Check::Begun;
    ++command;
    sendCommand(QStringLiteral("execute"));
    enter(State::Checking);
}

void CaptchaSessionPrivate::solved(const QString &value)
{
    const bool tooLong = value.size() > PageMessage::MaximumTokenLength;
    if (state == State::Solved) {
        // The service has given a newer one of its own accord. Whatever else it says costs nobody the token
        // that there is.
        if (tooLong)
            qCWarning(sessionLog) << "Ignored a newer token of" << value.size() << "characters";
        else if (value != token.value())
            endWith(SmartCaptchaToken(value));
    } else if (value.isEmpty()) {
        failWith(Code::ProtocolError, QStringLiteral("The page gave an empty token"));
    } else if (tooLong) {
        failWith(Code::ProtocolError,
                 QStringLiteral("The page gave a token of %1 characters").arg(value.size()));
    } else {
        endWith(SmartCaptchaToken(value));
    }
}

void CaptchaSessionPrivate::becomeReady(bool pageIsControllable)
{
    pageThere = true;
    controllable = pageIsControllable;
    if (isServicePage())
        loadedOptions.service().noteReachable(page.addresses().first());
    // While the page was on its way, the command may have met none.
    if (appearance != loadedAppearance)
        sendAppearance();
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

// Shown and hidden come in pairs, whatever the page says how often.
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
    // So that a standard captcha shows its button again.
    if (rewind())
        return;
    if (isStandard() && host)
        load(Attempt::Offered);
    else
        dropPage();
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

void CaptchaSessionPrivate::handle(const PageMessage &message)
{
    using Type = PageMessage::Type;
    if (message.attempt != command) {
        qCDebug(sessionLog) << "Dropped a message of attempt" << message.attempt << "in attempt" << command;
        return;
    }
    // What a person sees in these can be pressed, or has been.
    const bool pressed = state == State::Ready || state == State::Checking || state == State::Challenge
        || (state == State::Expired && isStandard());
    // The service may finish a check that was cancelled. Nobody waits for that answer any more.
    if (state == State::Ready && check != Check::Waiting && controllable && !isStandard()
        && (message.type == Type::Success || message.type == Type::ChallengeVisible)) {
        (void)rewind();
        return;
    }
    switch (message.type) {
    case Type::ScriptLoaded:
        // Whichever thread has found another one meanwhile, the number means one of these.
        if (state == State::Loading)
            loadedOptions.service().noteReachable(page.addresses().value(message.address));
        return;
    case Type::ScriptFailed:
        // Of a frame as well, such as the challenge's.
        if (pressed || state == State::Loading)
            failWith(Code::LoadFailed, message.description);
        return;
    case Type::Ready:
        if (state == State::Loading)
            becomeReady(message.controllable);
        else if (pageThere) // it had begun before that
            controllable = message.controllable;
        return;
    case Type::ChallengeVisible:
        if (state == State::Ready || state == State::Checking || state == State::Expired) {
            showChallenge();
        } else if (state == State::Challenge) {
            grace.stop(); // closed and opened again at once, for a further task
            setChallengeVisible(true);
        } else if (state == State::Loading) {
            // A page that begins by itself, before it was seen to be ready.
            becomeReady(false);
            showChallenge();
        }
        return;
    case Type::ChallengeHidden:
        if (state == State::Challenge && !grace.isActive()) {
            grace.start(graces.cancel);
            setChallengeVisible(false);
        }
        return;
    case Type::Success:
        // An empty token is how some versions say that the old one has expired.
        if (message.token.isEmpty() && state == State::Solved) {
            expire();
        } else if (message.token.isEmpty() && state == State::Expired) {
            return;
        } else if (pressed || state == State::Loading || state == State::Solved || state == State::Expired) {
            pageThere = true;
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
        if (message.challenge ? state == State::Challenge : pageThere) {
            announcements << [this, size = message.size, challenge = message.challenge] {
                Q_EMIT q->sizeReported(size, challenge);
            };
        }
        return;
    }
}

void CaptchaSessionPrivate::hostFailed(WebHost::Failure failure, const QString &details)
{
    if (state == State::Solved || state == State::Expired) {
        // That attempt is over, and its token as good as before; only the next one needs a page.
        losePage();
        // A standard captcha that has expired invites the person to press its button again, so it has to be
        // there. Once: a page that is lost while it loads, or afterwards, has failed.
        if (state == State::Expired && isStandard())
            load(Attempt::Offered);
        return;
    }
    if (!underWay())
        return;
    switch (failure) {
    case WebHost::Failure::Unreachable:
        if (state == State::Loading && !untried.isEmpty()) {
            qCWarning(sessionLog).noquote()
                << "Not reachable:" << origin() << "- going on to" << SecureUrl::origin(untried.first());
            // The next one first; the page's frames may still come from any of them.
            QList<QUrl> addresses = page.addresses();
            addresses.move(addresses.indexOf(untried.takeFirst()), 0);
            loadPage(addresses);
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
        failWith(Code::LoadTimeout,
                 QStringLiteral("The page at %1 was not ready within %2 ms. %3")
                     .arg(origin())
                     .arg(loadedOptions.loadTimeout())
                     .arg(refusalHint()));
        return;
    case State::Checking:
        failWith(Code::ChallengeTimeout,
                 QStringLiteral("The service did not answer the check within %1 ms. %2")
                     .arg(loadedOptions.loadTimeout())
                     .arg(refusalHint()));
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
    if (d->host == host)
        return;
    const bool exchanged = d->host;
    if (exchanged) {
        d->host->disconnect(this);
        d->host->unload();
    }
    d->losePage();
    d->host = host;
    d->holdDeadlines(host && host->isPaused());
    if (host) {
        connect(host, &WebHost::messageArrived, this, [this](const QString &json) {
            QString problem;
            const std::optional<PageMessage> message = PageMessage::parse(json, d->nonce, &problem);
            if (message)
                d->handle(*message);
            else
                qCDebug(sessionLog).noquote() << "Dropped a message:" << problem;
            d->announce();
        });
        connect(host, &WebHost::failed, this, [this](WebHost::Failure failure, const QString &details) {
            d->hostFailed(failure, details);
            d->announce();
        });
        connect(host, &WebHost::pausedChanged, this, [this](bool paused) {
            d->holdDeadlines(paused);
            // The five minutes of a token are the service's, and went on.
            if (!paused)
                d->lookAtToken();
            d->announce();
        });
        // A destroyed host no longer emits pausedChanged(false).
        connect(host, &QObject::destroyed, this, [this] {
            d->losePage();
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
    return d->loads > 0 ? d->loadedOptions : d->options;
}

bool CaptchaSession::isLanguageOutdated() const
{
    return d->loads > 0 && d->loadedOptions.language().isEmpty()
        && d->loadedOptions.effectiveLanguage() != d->loadedLanguage;
}

void CaptchaSession::load()
{
    // A check that has begun is given up; one that waits for the page waits for this one.
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
    const bool outdated = d->options != d->loadedOptions || isLanguageOutdated();
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
        // From Ready the page goes on as it is, if it was not lost with its host.
        if (!outdated && (d->state == State::Ready ? d->pageThere : d->rewind())) {
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
    if (d->state != State::Idle) {
        d->begin(Attempt::Asked);
        if (d->rewind())
            d->enter(State::Ready);
        else
            d->load(Attempt::Asked);
    }
    d->announce();
}

void CaptchaSession::cancel()
{
    // In a slot of that outcome nobody has heard yet of the attempt that comes after it.
    if (d->underWay() && d->announcedState != State::Cancelled)
        d->giveUp();
    d->announce();
}

void CaptchaSession::unload()
{
    d->endIfAskedFor();
    d->attempt = Attempt::None;
    d->check = Check::None;
    d->dropPage();
    d->enter(State::Idle);
    d->announce();
}

bool CaptchaSession::hasDeadline() const
{
    return d->deadline.isActive();
}

} // namespace SmartCaptcha::Internal
