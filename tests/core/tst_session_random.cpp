// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedhost.h"

#include "core/clock/clock.h"
#include "core/session/captchasession.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qloggingcategory.h>
#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha;
using namespace SmartCaptcha::Internal;

// Random orders of everything that a page, a host, a person and an application can do. Whatever the order:
// the states follow the documented diagram, and an attempt that was asked for ends in exactly one outcome.
//
// SMARTCAPTCHA_SEED=<n> repeats one order, SMARTCAPTCHA_SEEDS=<n> sets how many are tried.
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
            QString problem;
            run(seed, &problem);
            if (!problem.isEmpty()) {
                QFAIL(qPrintable(QStringLiteral("SMARTCAPTCHA_SEED=%1: %2\n%3")
                                     .arg(seed)
                                     .arg(problem, m_story.join(QLatin1Char('\n')))));
            }
        }
    }

private:
    static bool allowed(State from, State to)
    {
        switch (to) {
        case State::Idle:
            return true;
        case State::Loading:
            return true; // load() is allowed anywhere
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

    static bool waits(State state)
    {
        return state == State::Loading || state == State::Checking || state == State::Challenge;
    }

    void run(quint32 seed, QString *problem)
    {
        QRandomGenerator random(seed);
        m_story.clear();
        ScriptedHost host;
        ScriptedHost otherHost;
        CaptchaSession session;
        session.setCancelGrace(0);
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        if (random.bounded(2))
            options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
        if (random.bounded(2))
            options.setMode(SmartCaptchaOptions::Mode::Invisible);
        session.setOptions(options);
        session.setHost(&host);

        // Since the last outcome: has something been asked for that has not ended?
        bool asked = false;
        State previous = session.state();
        const auto outcome = [&](const char *what) {
            m_story << QLatin1String("  outcome: ") + QLatin1String(what);
            if (!asked)
                *problem = QStringLiteral("An outcome without an attempt: %1").arg(QLatin1String(what));
            asked = false;
        };
        connect(&session, &CaptchaSession::stateChanged, this, [&](State state) {
            m_story << QStringLiteral("  %1 -> %2").arg(int(previous)).arg(int(state));
            if (!allowed(previous, state)) {
                *problem = QStringLiteral("A transition that the diagram does not have: %1 -> %2")
                               .arg(int(previous))
                               .arg(int(state));
            }
            // Loading begins an attempt, and so does activity after one has ended.
            if (state == State::Loading || state == State::Checking || state == State::Challenge
                || state == State::Ready || (state == State::Solved && previous == State::Expired)) {
                asked = true;
            }
            previous = state;
        });
        connect(&session, &CaptchaSession::tokenReceived, this, [&](const SmartCaptchaToken &token) {
            if (token.isNull())
                *problem = QStringLiteral("A null token");
            outcome("token");
        });
        connect(&session, &CaptchaSession::cancelled, this, [&] { outcome("cancelled"); });
        connect(&session, &CaptchaSession::errorOccurred, this, [&](const SmartCaptchaError &error) {
            if (error.code() == SmartCaptchaError::Code::NoError)
                *problem = QStringLiteral("An error without a code");
            outcome("error");
        });

        bool visible = false;
        connect(&session, &CaptchaSession::challengeShown, this, [&] {
            if (visible)
                *problem = QStringLiteral("The challenge was shown twice");
            visible = true;
        });
        connect(&session, &CaptchaSession::challengeHidden, this, [&] {
            if (!visible)
                *problem = QStringLiteral("The challenge was hidden without having been shown");
            visible = false;
        });

        QString earlier;
        int tokens = 0;
        const int steps = 5 + int(random.bounded(40));
        for (int step = 0; step < steps && problem->isEmpty(); ++step) {
            const int action = int(random.bounded(22));
            m_story << QStringLiteral("action %1 in state %2").arg(action).arg(int(session.state()));
            auto *current = static_cast<ScriptedHost *>(session.host());
            switch (action) {
            case 0:
                session.load();
                break;
            case 1:
            case 2:
                session.execute();
                break;
            case 3:
                session.reset();
                break;
            case 4:
                session.cancel();
                break;
            case 5:
                session.unload();
                break;
            case 6:
            case 7:
                current->sayReady(random.bounded(5) != 0);
                break;
            case 8:
            case 9:
                current->say(QStringLiteral("challengeVisible"));
                break;
            case 10:
                current->say(QStringLiteral("challengeHidden"));
                break;
            case 11:
            case 12:
                current->sayToken(QString::number(++tokens));
                break;
            case 13:
                current->sayToken(QString());
                break;
            case 14:
                current->say(QStringLiteral("tokenExpired"));
                break;
            case 15:
                current->say(random.bounded(2) ? QStringLiteral("networkError")
                                               : QStringLiteral("javascriptError"));
                break;
            case 16:
                current->say(QStringLiteral("scriptFailed"));
                break;
            case 17:
                Q_EMIT current->failed(WebHost::Failure(int(random.bounded(5))), QStringLiteral("x"));
                break;
            case 18:
                if (earlier.isEmpty() || random.bounded(2))
                    earlier = current->message(QStringLiteral("success"),
                                               {{QStringLiteral("token"), QStringLiteral("old")}});
                else
                    Q_EMIT current->messageArrived(earlier);
                break;
            case 19:
                QCoreApplication::processEvents();
                break;
            case 20:
                session.setHost(current == &host ? &otherHost : &host);
                break;
            case 21:
                current->setPaused(!current->isPaused());
                break;
            }
        }
        if (problem->isEmpty() && visible && session.state() != State::Challenge)
            *problem = QStringLiteral("The challenge stays shown in state %1").arg(int(session.state()));
        if (!problem->isEmpty())
            return;

        // Left alone, it comes to rest: no wait is without an end, once the application runs.
        host.setPaused(false);
        otherHost.setPaused(false);
        options.setLoadTimeout(1);
        options.setChallengeTimeout(1);
        session.setOptions(options);
        if (waits(session.state())) {
            // The deadlines of this attempt are the long ones; begin one with short ones instead.
            session.load();
            m_story << QStringLiteral("left alone");
            for (int i = 0; i < 2000 && waits(session.state()); ++i)
                QTest::qWait(1);
            if (waits(session.state()))
                *problem = QStringLiteral("Still waiting in state %1").arg(int(session.state()));
            else if (asked && session.state() != State::Ready)
                *problem =
                    QStringLiteral("An attempt without an outcome in state %1").arg(int(session.state()));
        }
        if (problem->isEmpty() && asked
            && (session.state() == State::Solved || session.state() == State::Failed
                || session.state() == State::Expired)) {
            *problem = QStringLiteral("An attempt without an outcome in state %1").arg(int(session.state()));
        }
    }

    QStringList m_story;
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
