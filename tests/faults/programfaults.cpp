// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attacks/effects.h"
#include "fault.h"
#include "shared/eventually.h"
#include "wallclock.h"

#include <QtGui/qguiapplication.h>

#include <csignal>

namespace {

constexpr qint64 anHour = 3600 * 1000;

// QCoreApplication::aboutToQuit() is the last that the captcha hears of it.
void quit()
{
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    QCoreApplication::exec();
}

void waitLongerThanTheDeadlineInTheBackground()
{
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
    letPass(3500, "every deadline would be over");
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
}

// Nothing runs while the computer sleeps, also no event loop, and on Linux the clock of deadlines stands
// still. When it wakes up, the others have given up its connections, and an hour has passed.
void fallAsleep(FaultySite &site)
{
    Effects::signalRenderers(SIGSTOP);
    site.dropConnections();
}

void wakeUp()
{
    WallClock::advance(anHour);
    Effects::signalRenderers(SIGCONT);
}

QList<Fault> faultsOfHosts()
{
    QList<Fault> faults;
    for (const auto &[step, moment] : {std::pair{"page", Moment::Opening},
                                       {"script", Moment::Loading},
                                       {"ready", Moment::Ready},
                                       {"check", Moment::Checking},
                                       {"challenge", Moment::Challenge},
                                       {"token", Moment::Solved}}) {
        faults << Fault{.step = step,
                        .name = "the application quits",
                        .outcomes = inHosts("none"),
                        .moment = moment,
                        .happen = quit,
                        .inCustomPage = moment == Moment::Opening,
                        .isFast = moment == Moment::Challenge};
        faults << Fault{.step = step,
                        .name = "the application deletes the captcha",
                        .outcomes = inHosts("none"),
                        .moment = moment,
                        .deletes = true,
                        .inCustomPage = moment == Moment::Opening,
                        .isFast = moment == Moment::Checking};
    }
    // On the desktop only Qt WebView hears of it; phones have nothing else.
    for (const auto &[step, moment, desktop, webView] :
         {std::tuple{"script", Moment::Loading, "LoadTimeout", "token"},
          {"ready", Moment::Ready, "token", "token"},
          {"check", Moment::Checking, "ChallengeTimeout", "token"},
          {"challenge", Moment::Challenge, "ChallengeTimeout", "ChallengeTimeout"},
          {"token", Moment::Solved, "none", "none"}}) {
        faults << Fault{.step = step,
                        .name = "the application is suspended",
                        .outcomes = {desktop, desktop, webView, {}},
                        .moment = moment,
                        .happen = waitLongerThanTheDeadlineInTheBackground};
    }
    for (const auto &[step, moment, outcome] : {std::tuple{"page", Moment::Opening, "LoadFailed"},
                                                {"script", Moment::Loading, "LoadFailed"},
                                                {"ready", Moment::Ready, "token"},
                                                {"check", Moment::Checking, "NetworkError"},
                                                {"challenge", Moment::Challenge, "ChallengeTimeout"},
                                                {"token", Moment::Solved, "expired"}}) {
        faults << Fault{.step = step,
                        .name = "the computer sleeps for an hour",
                        .outcomes = inHosts(outcome),
                        .moment = moment,
                        .spoil = fallAsleep,
                        .happen = wakeUp,
                        .inCustomPage = moment == Moment::Opening,
                        .isFast = moment == Moment::Checking};
    }
    for (const auto &[step, moment, ahead, back] :
         {std::tuple{"page", Moment::Opening, "token", "token"},
          {"script", Moment::Loading, "token", "token"},
          {"ready", Moment::Ready, "token", "token"},
          {"check", Moment::Checking, "token", "token"},
          {"challenge", Moment::Challenge, "ChallengeTimeout", "ChallengeTimeout"},
          {"token", Moment::Solved, "expired", "none"}}) {
        faults << Fault{.step = step,
                        .name = "the clock is set an hour ahead",
                        .outcomes = inHosts(ahead),
                        .moment = moment,
                        .happen = [] { WallClock::advance(anHour); },
                        .inCustomPage = moment == Moment::Opening,
                        .isFast = moment == Moment::Solved};
        faults << Fault{.step = step,
                        .name = "the clock is set an hour back",
                        .outcomes = inHosts(back),
                        .moment = moment,
                        .happen = [] { WallClock::advance(-anHour); },
                        .inCustomPage = moment == Moment::Opening};
    }
    return faults;
}

// The verifier has no window and no page, and does not hear that the application goes to the background.
QList<Fault> faultsOfVerifier()
{
    QList<Fault> faults;
    for (const char *step : {"`/validate`", "backend"}) {
        const auto whileAsking = [&](const QByteArray &name, const QByteArray &outcome) {
            return Fault{
                .step = step, .name = name, .outcomes = {.verifier = outcome}, .moment = Moment::Verifying};
        };
        Fault deleted = whileAsking("the application deletes the verifier", "none");
        deleted.deletes = true;
        Fault asleep = whileAsking("the computer sleeps for an hour", "Network");
        asleep.spoil = fallAsleep;
        asleep.happen = wakeUp;
        Fault ahead = whileAsking("the clock is set an hour ahead", "Human");
        ahead.happen = [] { WallClock::advance(anHour); };
        Fault back = whileAsking("the clock is set an hour back", "Human");
        back.happen = [] { WallClock::advance(-anHour); };
        faults << deleted << asleep << ahead << back;
    }
    return faults;
}

} // namespace

// The program ends, or drops the captcha or the verifier; the computer sleeps, or its clock is set.
QList<Fault> faultsOfPrograms()
{
    return faultsOfHosts() + faultsOfVerifier();
}
