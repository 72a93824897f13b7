// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtGui/qwindow.h>

// The window goes, or the captcha goes from the window.
QList<Fault> faultsOfWindows()
{
    QList<Fault> faults;
    for (const auto &[step, moment, gone, away] :
         {std::tuple{"script", Moment::Loading, "token", "token"},
          {"check", Moment::Checking, "token", "token"},
          {"challenge", Moment::Challenge, "cancelled", "ChallengeTimeout"}}) {
        faults << Fault{.step = step,
                        .name = "the window is hidden",
                        .outcomes = inHosts(gone),
                        .moment = moment,
                        .act = [](Scene &scene) { scene.window()->hide(); },
                        .isFast = moment == Moment::Challenge};
        faults << Fault{.step = step,
                        .name = "the window is closed",
                        .outcomes = inHosts(gone),
                        .moment = moment,
                        .act = [](Scene &scene) { scene.window()->close(); }};
        faults << Fault{.step = step,
                        .name = "the window is minimised",
                        .outcomes = inHosts(away),
                        .moment = moment,
                        .act = [](Scene &scene) { scene.window()->showMinimized(); }};
        // The item's sheet belongs to the old window; the widget's popup comes along.
        faults << Fault{.step = step,
                        .name = "the captcha moves to another window",
                        .outcomes = {away, gone, gone},
                        .moment = moment,
                        .act = [](Scene &scene) { scene.moveElsewhere(); }};
    }
    return faults;
}
