// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtGui/qwindow.h>

// The window goes, or the captcha goes from the window.
QList<Fault> faultsOfWindows()
{
    QList<Fault> faults;
    for (const auto &[step, moment, gone, away] :
         {std::tuple{"page", Moment::Opening, "token", "token"},
          {"script", Moment::Loading, "token", "token"},
          {"ready", Moment::Ready, "token", "token"},
          {"check", Moment::Checking, "token", "token"},
          {"challenge", Moment::Challenge, "cancelled", "ChallengeTimeout"},
          {"token", Moment::Solved, "none", "none"}}) {
        const bool isPage = moment == Moment::Opening;
        // In Qt WebView a person has to press in such a page, and cannot if there is no window to be seen.
        const QByteArray goneView = isPage ? "none" : gone;
        const QByteArray awayView = isPage ? "none" : away;
        faults << Fault{.step = step,
                        .name = "the window is hidden",
                        .outcomes = {gone, gone, goneView, {}},
                        .moment = moment,
                        .act = [](Scene &scene) { scene.window()->hide(); },
                        .inCustomPage = isPage,
                        .isFast = moment == Moment::Challenge};
        faults << Fault{.step = step,
                        .name = "the window is closed",
                        .outcomes = {gone, gone, goneView, {}},
                        .moment = moment,
                        .act = [](Scene &scene) { scene.window()->close(); },
                        .inCustomPage = isPage};
        faults << Fault{.step = step,
                        .name = "the window is minimised",
                        .outcomes = {away, away, awayView, {}},
                        .moment = moment,
                        .act = [](Scene &scene) { scene.window()->showMinimized(); },
                        .inCustomPage = isPage};
        // The item's sheet belongs to the old window; the widget's popup comes along.
        faults << Fault{.step = step,
                        .name = "the captcha moves to another window",
                        .outcomes = {away, gone, gone, {}},
                        .moment = moment,
                        .act = [](Scene &scene) { scene.moveElsewhere(); },
                        .inCustomPage = isPage};
    }
    return faults;
}
