// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/scriptedpage.h"

#include "captcha/session/captchasession.h"
#include "core/clock/clock.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qloggingcategory.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

#include <limits>
#include <memory>

using namespace SmartCaptcha;
using namespace SmartCaptcha::Internal;

namespace {

bool allowed(State from, State to)
{
    switch (to) {
    case State::Idle:
    case State::Loading: // load() is allowed anywhere
        return true;
    case State::Ready:
        return from == State::Loading || from == State::Cancelled || from == State::Solved
            || from == State::Expired;
    case State::Checking:
        return from == State::Ready || from == State::Solved || from == State::Expired
            || from == State::Cancelled;
    case State::Challenge:
        return from == State::Ready || from == State::Checking || from == State::Expired;
    case State::Solved:
        return from == State::Loading || from == State::Ready || from == State::Checking
            || from == State::Challenge || from == State::Expired;
    case State::Expired:
        return from == State::Solved;
    case State::Failed:
        return from == State::Idle || from == State::Loading || from == State::Ready
            || from == State::Checking || from == State::Challenge || from == State::Expired;
    case State::Cancelled:
        return from == State::Loading || from == State::Ready || from == State::Checking
            || from == State::Challenge;
    }
    return false;
}

bool waits(State state)
{
    return state == State::Loading || state == State::Checking || state == State::Challenge;
}

/// A session, the events that happen to it, and the rules that it has to obey.
class RandomOrder : public QObject {
public:
    explicit RandomOrder(quint32 seed)
        : m_random(seed)
        , m_session(std::make_unique<CaptchaSession>(
              CaptchaSession::Graces{0, 0, 0, std::numeric_limits<int>::max()}, nullptr))
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        if (m_random.bounded(2))
            options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
        if (m_random.bounded(2))
            options.setMode(SmartCaptchaOptions::Mode::Invisible);
        if (m_random.bounded(4) == 0) {
            options.setLoadTimeout(1);
            options.setChallengeTimeout(1);
        }
        m_session->setOptions(options);
        m_session->setHost(&m_host);
        // Connected first, so that signals are recorded in the order in which they are emitted.
        record();
        meddle();
    }

    void run()
    {
        const int steps = 5 + int(m_random.bounded(40));
        for (int step = 0; step < steps && isGoingOn(); ++step) {
            act();
            if (isGoingOn())
                checkAtRest();
        }
    }

    QString problem() const { return m_problem; }
    QStringList story() const { return m_story; }

private:
    bool isGoingOn() const { return m_session && m_problem.isEmpty(); }

    void tell(const QString &text) { m_story << QString(2 * m_depth, QLatin1Char(' ')) + text; }

    void complain(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    void record()
    {
        CaptchaSession *const session = m_session.get();
        connect(session, &CaptchaSession::stateChanged, this, [this](State state) {
            tell(QStringLiteral("* %1 -> %2").arg(int(m_state)).arg(int(state)));
            if (m_owed)
                complain(QStringLiteral("The outcome of state %1 does not come before state %2")
                             .arg(int(m_state))
                             .arg(int(state)));
            if (m_session->state() != state)
                complain(QStringLiteral("state() is not what is announced"));
            if (!allowed(m_state, state)) {
                complain(QStringLiteral("A transition that the diagram does not have: %1 -> %2")
                             .arg(int(m_state))
                             .arg(int(state)));
            }
            m_owed = state == State::Solved || state == State::Cancelled || state == State::Failed;
            m_open = m_open || state == State::Checking || state == State::Challenge;
            // A reload by the session itself is an attempt, too, if it has an outcome.
            m_asked = m_asked || state == State::Loading;
            m_spontaneous = m_state == State::Ready || m_state == State::Expired;
            m_state = state;
        });
        connect(session, &CaptchaSession::ready, this, [this] {
            tell(QStringLiteral("* ready"));
            if (m_state != State::Ready)
                complain(QStringLiteral("ready() in state %1").arg(int(m_state)));
        });
        connect(session, &CaptchaSession::tokenChanged, this, [this] {
            tell(QStringLiteral("* tokenChanged"));
            if (m_session->token().value() == m_token)
                complain(QStringLiteral("tokenChanged() for the token that was there"));
            m_token = m_session->token().value();
        });
        connect(session, &CaptchaSession::tokenReceived, this, [this](const SmartCaptchaToken &token) {
            outcome(State::Solved, "token");
            if (token.isNull() || token.value() == m_lastToken || token.value() != m_token)
                complain(QStringLiteral("Not a new token: %1").arg(token.value()));
            m_lastToken = token.value();
        });
        connect(session, &CaptchaSession::tokenExpired, this, [this] {
            tell(QStringLiteral("* tokenExpired"));
            if (m_state != State::Expired)
                complain(QStringLiteral("tokenExpired() in state %1").arg(int(m_state)));
        });
        connect(session, &CaptchaSession::cancelled, this,
                [this] { outcome(State::Cancelled, "cancelled"); });
        connect(session, &CaptchaSession::errorOccurred, this, [this](const SmartCaptchaError &error) {
            outcome(State::Failed, "error");
            if (error.code() == SmartCaptchaError::Code::NoError)
                complain(QStringLiteral("An error without a code"));
        });
        connect(session, &CaptchaSession::challengeShown, this, [this] {
            tell(QStringLiteral("* challengeShown"));
            if (m_visible)
                complain(QStringLiteral("The challenge was shown twice"));
            m_visible = true;
        });
        connect(session, &CaptchaSession::challengeHidden, this, [this] {
            tell(QStringLiteral("* challengeHidden"));
            if (!m_visible)
                complain(QStringLiteral("The challenge was hidden without having been shown"));
            m_visible = false;
        });
    }

    void outcome(State state, const char *what)
    {
        tell(QStringLiteral("* outcome: ") + QLatin1String(what));
        // The service may replace the token at any time, and a page that is ready may fail or be pressed.
        const bool renewed = state == State::Solved && !m_owed;
        const bool spontaneous = m_spontaneous && state != State::Cancelled;
        if (m_state != state || (!m_owed && !renewed))
            complain(QStringLiteral("The outcome %1 in state %2").arg(QLatin1String(what)).arg(int(m_state)));
        if (!m_open && !m_asked && !spontaneous && !renewed)
            complain(QStringLiteral("An outcome without an attempt: %1").arg(QLatin1String(what)));
        ++m_outcomes;
        m_owed = false;
        m_open = false;
        m_asked = m_asked && m_calls > 0;
        m_executePending = false;
    }

    // The application calls arbitrary functions in the slots of all signals.
    void meddle()
    {
        CaptchaSession *const session = m_session.get();
        const auto maybe = [this] {
            if (m_depth >= 4 || !isGoingOn() || m_random.bounded(6) != 0)
                return;
            ++m_depth;
            const int actions = 1 + int(m_random.bounded(3));
            for (int i = 0; i < actions && isGoingOn(); ++i)
                act();
            --m_depth;
        };
        connect(session, &CaptchaSession::stateChanged, this, maybe);
        connect(session, &CaptchaSession::ready, this, maybe);
        connect(session, &CaptchaSession::tokenChanged, this, maybe);
        connect(session, &CaptchaSession::tokenReceived, this, maybe);
        connect(session, &CaptchaSession::tokenExpired, this, maybe);
        connect(session, &CaptchaSession::cancelled, this, maybe);
        connect(session, &CaptchaSession::errorOccurred, this, maybe);
        connect(session, &CaptchaSession::challengeShown, this, maybe);
        connect(session, &CaptchaSession::challengeHidden, this, maybe);
        connect(session, &CaptchaSession::sizeReported, this, maybe);
    }

    // A call that starts an attempt, or continues the current one.
    template <class Call>
    void ask(Call call)
    {
        const int before = m_outcomes;
        const bool askedBefore = m_asked;
        m_asked = true;
        ++m_calls;
        call(m_session.get());
        --m_calls;
        if (!m_session)
            return;
        const State state = m_session->state();
        const bool underWay = waits(state) || state == State::Ready;
        m_asked = underWay || (askedBefore && m_outcomes == before);
        m_open = m_open || (underWay && m_outcomes == before);
    }

    void act()
    {
        CaptchaSession *const session = m_session.get();
        auto *const current = static_cast<ScriptedPage<> *>(session->host());
        const int action = int(m_random.bounded(28));
        tell(QStringLiteral("action %1 in state %2").arg(action).arg(int(session->state())));
        switch (action) {
        case 0:
            ask([](CaptchaSession *asked) { asked->load(); });
            break;
        case 1:
        case 2:
            m_executePending = true;
            ask([](CaptchaSession *asked) { asked->execute(); });
            break;
        case 3:
            // Without a page, reset() does not start anything.
            if (session->state() == State::Idle)
                session->reset();
            else
                ask([](CaptchaSession *asked) { asked->reset(); });
            break;
        case 4:
            session->cancel();
            break;
        case 5:
            session->unload();
            break;
        case 6:
        case 7:
            current->sayReady(m_random.bounded(5) != 0);
            break;
        case 8:
        case 9:
            current->sayChallenge(true);
            break;
        case 10:
            current->sayChallenge(false);
            break;
        case 11:
        case 12:
            current->sayToken(QString::number(++m_tokens));
            break;
        case 13:
            current->sayToken(QString());
            break;
        case 14:
            current->say(QStringLiteral("tokenExpired"));
            break;
        case 15:
            current->say(m_random.bounded(2) ? QStringLiteral("networkError")
                                             : QStringLiteral("javascriptError"));
            break;
        case 16:
            current->say(QStringLiteral("scriptFailed"));
            break;
        case 17:
            Q_EMIT current->failed(
                WebHost::Failure(int(m_random.bounded(QMetaEnum::fromType<WebHost::Failure>().keyCount()))),
                QStringLiteral("x"));
            break;
        case 18:
            if (m_earlier.isEmpty() || m_random.bounded(2))
                m_earlier = current->message(QStringLiteral("success"),
                                             {{QStringLiteral("token"), QString::number(++m_tokens)}});
            else
                Q_EMIT current->messageArrived(m_earlier);
            break;
        case 19:
        case 20:
            QCoreApplication::processEvents();
            break;
        case 21:
            session->setHost(current == &m_host ? &m_otherHost : &m_host);
            break;
        case 22:
            current->setPaused(!current->isPaused());
            break;
        case 23: {
            SmartCaptchaOptions options = session->options();
            options.setSiteKey(m_random.bounded(4) ? QStringLiteral("ysc1_test") : QString());
            session->setOptions(options);
            break;
        }
        case 24:
            session->setAppearance({m_random.bounded(2) == 0, QStringLiteral("#202020")});
            break;
        case 25:
            current->saySize(300, 100, m_random.bounded(2) == 0);
            break;
        case 26:
            // The token's age is checked when the host resumes.
            Clock::advance(SmartCaptchaToken::Lifetime);
            current->setPaused(true);
            current->setPaused(false);
            break;
        case 27:
            if (m_random.bounded(8) == 0)
                m_session.reset();
            break;
        }
    }

    // Called when no slot is running and no signal is pending.
    void checkAtRest()
    {
        const State state = m_session->state();
        if (state == State::Cancelled || state != m_state)
            complain(QStringLiteral("It rests in state %1, and %2 was announced")
                         .arg(int(state))
                         .arg(int(m_state)));
        if (m_owed)
            complain(QStringLiteral("No outcome in state %1").arg(int(state)));
        if (m_visible && state != State::Challenge)
            complain(QStringLiteral("The challenge stays shown in state %1").arg(int(state)));
        if (m_session->token().value() != m_token || m_token.isEmpty() == (state == State::Solved))
            complain(QStringLiteral("The token is not that of state %1").arg(int(state)));
        if (waits(state) && !m_session->hasDeadline())
            complain(QStringLiteral("Nothing ends the wait in state %1").arg(int(state)));
        if (m_open && !waits(state) && state != State::Ready)
            complain(QStringLiteral("An attempt without an outcome in state %1").arg(int(state)));
        if (m_executePending && !waits(state))
            complain(QStringLiteral("An execute() was lost in state %1").arg(int(state)));
    }

    QRandomGenerator m_random;
    ScriptedPage<> m_host;
    ScriptedPage<> m_otherHost;
    std::unique_ptr<CaptchaSession> m_session;
    QString m_problem;
    QStringList m_story;
    QString m_earlier;
    int m_tokens = 0;
    int m_depth = 0;
    int m_calls = 0;

    // The state according to the signals so far.
    State m_state = State::Idle;
    QString m_token;
    QString m_lastToken;
    int m_outcomes = 0;
    bool m_visible = false;
    bool m_owed = false; // the state requires an outcome that has not been signalled yet
    bool m_open = false; // an attempt was requested and has not ended
    bool m_asked = false; // an attempt may have been requested
    bool m_spontaneous = false; // the page may have started by itself
    bool m_executePending = false;
};

} // namespace

// Random sequences of everything that a page, a host, a user and an application can do. The application also
// acts inside the slots of every signal, with nested event loops. Whatever the order, the states follow the
// documented diagram, and every requested attempt has exactly one outcome.
//
// SMARTCAPTCHA_SEED=<n> repeats one sequence, SMARTCAPTCHA_SEEDS=<n> sets how many are tried.
class tst_session_random : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneOutcomeForEachAttempt()
    {
        bool given = false;
        const quint32 only = qEnvironmentVariable("SMARTCAPTCHA_SEED").toUInt(&given);
        const quint32 count =
            given ? 1 : qMax(1u, qEnvironmentVariable("SMARTCAPTCHA_SEEDS", QStringLiteral("5000")).toUInt());
        for (quint32 i = 0; i < count; ++i) {
            const quint32 seed = given ? only : QRandomGenerator::global()->generate();
            RandomOrder order(seed);
            order.run();
            if (!order.problem().isEmpty()) {
                QFAIL(qPrintable(QStringLiteral("SMARTCAPTCHA_SEED=%1: %2\n%3")
                                     .arg(seed)
                                     .arg(order.problem(), order.story().join(QLatin1Char('\n')))));
            }
        }
    }
};

int main(int argc, char **argv)
{
    // Thousands of attempts fail on purpose.
    QLoggingCategory::setFilterRules(QStringLiteral("smartcaptcha.*=false"));
    QCoreApplication application(argc, argv);
    tst_session_random test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_session_random.moc"
