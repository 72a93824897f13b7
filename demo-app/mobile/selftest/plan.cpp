// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "plan.h"

namespace SelfTest {

namespace {

using Engine = SmartCaptchaView::Engine;
using Actions = QList<Action>;

Action act(Action::Kind kind, const char *target = "", const char *text = "")
{
    return {kind, QLatin1String(target), QLatin1String(text)};
}

Actions tap(const char *target)
{
    return {act(Action::Tap, target)};
}

Actions screen(const char *name)
{
    return {act(Action::AwaitScreen, name)};
}

struct Screenshot {
    const char *id;
    const char *scenario;
    Actions actions;
};

// Goes from the sign-in screen to the account screen.
Actions signedIn()
{
    return tap("signIn") + screen("accountPage");
}

Actions registration()
{
    return tap("register") + screen("registrationPage") + Actions{act(Action::AwaitReady)};
}

QList<Screenshot> screenshots()
{
    const Actions browser{act(Action::UseBrowser)};
    const Actions waiting = screen("smartCaptchaThird");
    return {
        {"sign-in", "human", screen("dataNotice")},
        {"registration", "human", registration()},
        {"settings", "human", tap("settings") + screen("settingsPage")},
        {"account", "human", signedIn() + screen("dataNotice")},
        {"token", "human", signedIn() + tap("details") + screen("tokenPage")},
        {"popup", "human", signedIn() + tap("delete") + Actions{act(Action::AwaitReady)}},
        {"challenge", "challenge", tap("signIn") + Actions{act(Action::AwaitChallenge)}},
        {"browser", "human", browser + tap("register") + screen("smartCaptchaRetry")},
        {"browser-waiting", "human", browser + tap("register") + tap("smartCaptchaRetry") + waiting},
        {"browser-popup", "human", signedIn() + browser + tap("delete") + waiting},
    };
}

Step show(const Screenshot &shot, const char *suffix, const char *language, bool dark)
{
    Step step;
    step.id = QLatin1String(shot.id) + QLatin1String(suffix);
    step.language = QLatin1String(language);
    step.dark = dark;
    step.engine = dark ? Engine::WebView : Engine::WebEngine;
    step.scenario = QLatin1String(shot.scenario);
    step.actions = shot.actions;
    step.outcome = QStringLiteral("shown");
    return step;
}

struct Way {
    const char *id;
    const char *scenario;
    Actions actions;
    const char *outcome;
    const char *verdict;
};

QList<Way> ways()
{
    const Actions end{act(Action::AwaitEnd)};
    const Actions solve{act(Action::Solve)};
    const Actions press{act(Action::PressCaptcha)};
    const Actions challenge{act(Action::AwaitChallenge)};
    const Actions ready{act(Action::AwaitReady)};
    const Actions afterSignIn = signedIn() + Actions{act(Action::Scenario, "", "challenge")};
    const auto fill =
        Actions{act(Action::Type, "name", "Reader"), act(Action::Type, "email", "r@shop.example"),
                act(Action::Type, "phone", "5550100"), act(Action::Type, "password", "secret word")};
    return {
        {"sign-in", "human", tap("signIn") + end + screen("accountPage"), "token", "human accepted"},
        {"sign-in-challenge", "challenge", tap("signIn") + solve + end + screen("accountPage"), "token",
         "human accepted"},
        {"sign-in-second-try", "challenge",
         tap("signIn") + Actions{act(Action::SolveAtSecondTry)} + end + screen("accountPage"), "token",
         "human accepted"},
        {"sign-in-cancel", "challenge",
         tap("signIn") + challenge + tap("smartCaptchaCancel") + end + screen("signIn"), "cancelled", ""},
        {"sign-in-back-key", "challenge",
         tap("signIn") + challenge + Actions{act(Action::Press, "", "Back")} + end + screen("signIn"),
         "cancelled", ""},
        {"sign-in-close", "challenge",
         tap("signIn") + challenge + Actions{act(Action::CloseCard)} + end + screen("signIn"), "cancelled",
         ""},
        {"sign-in-robot", "robot",
         tap("signIn") + end + screen("failure") + tap("details") + screen("tokenPage"), "token",
         "robot not accepted"},
        {"sign-in-failed", "network-error", tap("signIn") + end, "networkError", ""},
        {"sign-in-retry", "network-error",
         tap("signIn") + end + Actions{act(Action::Retry)} + end + screen("accountPage"), "token",
         "human accepted"},
        {"registration", "human", registration() + fill + press + end + tap("create") + screen("accountPage"),
         "token", "human accepted"},
        {"registration-challenge", "challenge", registration() + press + solve + end, "token",
         "human accepted"},
        {"registration-cancel", "challenge",
         registration() + press + challenge + tap("smartCaptchaCancel") + end, "cancelled", ""},
        {"registration-retry", "network-error",
         registration() + press + end + Actions{act(Action::Retry)} + ready + press + end, "token",
         "human accepted"},
        {"registration-expired", "token-expired",
         registration() + press + end + Actions{act(Action::AwaitExpiry)} + screen("captchaMessage"),
         "expired", "human accepted"},
        {"popup-invisible", "human", signedIn() + tap("send") + end + screen("accountMessage"), "token",
         "human accepted"},
        {"popup-invisible-cancel", "human",
         afterSignIn + tap("send") + challenge + tap("smartCaptchaCancel") + end + screen("accountPage"),
         "cancelled", ""},
        {"popup-challenge", "human",
         afterSignIn + tap("delete") + ready + press + solve + end + screen("accountMessage"), "token",
         "human accepted"},
        {"popup-cancel", "human", signedIn() + tap("delete") + ready + tap("smartCaptchaCancel") + end,
         "cancelled", ""},
        {"popup-outside", "human",
         signedIn() + tap("delete") + ready + Actions{act(Action::TapOutside)} + end, "cancelled", ""},
        {"popup-escape", "human",
         signedIn() + tap("delete") + ready + Actions{act(Action::Press, "", "Esc")} + end, "cancelled", ""},
        {"popup-retry", "human",
         signedIn() + Actions{act(Action::Scenario, "", "network-error")} + tap("delete") + ready + press
             + end + Actions{act(Action::Retry)} + ready + press + end + screen("accountMessage"),
         "token", "human accepted"},
        {"keyboard-alone", "challenge",
         Actions{act(Action::Press, "", "Tab"), act(Action::Press, "", "Tab"), act(Action::Press, "", "Tab"),
                 act(Action::Press, "", "Return")}
             + solve + end + screen("accountPage"),
         "token", "human accepted"},
        {"keyboard-registration", "human",
         registration() + Actions{act(Action::PressCaptchaByKeyboard, "password")} + end, "token",
         "human accepted"},
    };
}

Step go(const Way &way, const char *suffix, const char *language, bool dark, Engine engine)
{
    Step step;
    step.id = QLatin1String(way.id) + QLatin1String(suffix);
    step.language = QLatin1String(language);
    step.dark = dark;
    step.engine = engine;
    step.scenario = QLatin1String(way.scenario);
    step.actions = way.actions;
    step.outcome = QLatin1String(way.outcome);
    step.verdict = QLatin1String(way.verdict);
    return step;
}

// Changes on the settings screen, which take effect at once, and the way back.
QList<Step> choices()
{
    Step language;
    language.id = QStringLiteral("settings-language");
    language.language = QStringLiteral("en");
    language.actions =
        tap("settings") + screen("settingsPage") + Actions{act(Action::Choose, "language", "1")};
    language.outcome = QStringLiteral("shown");
    Step keys = language;
    keys.id = QStringLiteral("settings-server-key");
    keys.actions = tap("settings") + screen("settingsPage")
        + Actions{act(Action::Choose, "source", "2"), act(Action::Type, "siteKey", "ysc2_")}
        + screen("problem");
    Step back = language;
    back.id = QStringLiteral("settings-back-key");
    back.actions = tap("settings") + screen("settingsPage") + Actions{act(Action::Press, "", "Back")}
        + screen("signInPage");
    return {language, keys, back};
}

} // namespace

QList<Step> plan()
{
    QList<Step> steps;
    for (const char *language : {"en", "ru"}) {
        for (const Screenshot &shot : screenshots()) {
            steps << show(shot, "-light", language, false);
            steps << show(shot, "-dark", language, true);
        }
    }
    for (const Screenshot &shot : screenshots()) {
        Step turned = show(shot, "-turned", "en", false);
        turned.size = QSize(844, 390);
        Step large = show(shot, "-large-text", "ru", true);
        large.textSize = 200;
        Step small = show(shot, "-small-phone", "ru", false);
        small.size = QSize(320, 568);
        Step both = show(shot, "-small-phone-large-text", "ru", true);
        both.size = small.size;
        both.textSize = large.textSize;
        steps << turned << large << small << both;
    }
    for (const QSize &size : {QSize(390, 844), QSize(844, 390)}) {
        Step notch = show(screenshots().constFirst(),
                          size.width() < size.height() ? "-notch" : "-notch-turned", "en", true);
        notch.size = size;
        notch.safeArea = true;
        steps << notch;
    }
    steps << choices();
    for (const Way &way : ways())
        steps << go(way, "-webengine", "en", false, Engine::WebEngine);
    for (const Way &way : ways())
        steps << go(way, "-webview", "ru", true, Engine::WebView);
    return steps;
}

} // namespace SelfTest
