// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "fault.h"
#include "shared/eventually.h"
#include "wallclock.h"

#include <QtGui/qguiapplication.h>

namespace {

constexpr qint64 anHour = 3600 * 1000;

// QCoreApplication::aboutToQuit() is the last that the captcha hears of it.
void quit()
{
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    QCoreApplication::exec();
}

void sleepLongerThanTheDeadline()
{
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
    letPass(3500, "every deadline would be over");
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
}

} // namespace

// The program ends, or drops the captcha; the system sleeps, or its clock is set.
QList<Fault> faultsOfPrograms()
{
    QList<Fault> faults;
    for (const auto &[step, moment] : {std::pair{"script", Moment::Loading},
                                       {"ready", Moment::Ready},
                                       {"check", Moment::Checking},
                                       {"challenge", Moment::Challenge},
                                       {"token", Moment::Solved}}) {
        faults << Fault{.step = step,
                        .name = "the application quits",
                        .outcomes = inHosts("none"),
                        .moment = moment,
                        .happen = quit,
                        .isFast = moment == Moment::Challenge};
        faults << Fault{.step = step,
                        .name = "the application deletes the captcha",
                        .outcomes = inHosts("none"),
                        .moment = moment,
                        .act = [](Scene &scene) { scene.deleteCaptcha(); },
                        .isFast = moment == Moment::Checking};
    }
    // On the desktop only Qt WebView hears of it; phones have nothing else.
    faults << Fault{.step = "script",
                    .name = "the application is suspended",
                    .outcomes = {"LoadTimeout", "LoadTimeout", "token", {}},
                    .moment = Moment::Loading,
                    .happen = sleepLongerThanTheDeadline};
    faults << Fault{.step = "check",
                    .name = "the application is suspended",
                    .outcomes = {"ChallengeTimeout", "ChallengeTimeout", "token", {}},
                    .moment = Moment::Checking,
                    .happen = sleepLongerThanTheDeadline};
    faults << Fault{.step = "challenge",
                    .name = "the application is suspended",
                    .outcomes = inHosts("ChallengeTimeout"),
                    .moment = Moment::Challenge,
                    .happen = sleepLongerThanTheDeadline};
    for (const auto &[step, moment, ahead, back] :
         {std::tuple{"script", Moment::Loading, "token", "token"},
          {"check", Moment::Checking, "token", "token"},
          {"challenge", Moment::Challenge, "ChallengeTimeout", "ChallengeTimeout"},
          {"token", Moment::Solved, "expired", "none"}}) {
        faults << Fault{.step = step,
                        .name = "the clock is set an hour ahead",
                        .outcomes = inHosts(ahead),
                        .moment = moment,
                        .happen = [] { WallClock::advance(anHour); },
                        .isFast = moment == Moment::Solved};
        faults << Fault{.step = step,
                        .name = "the clock is set an hour back",
                        .outcomes = inHosts(back),
                        .moment = moment,
                        .happen = [] { WallClock::advance(-anHour); }};
    }
    return faults;
}
