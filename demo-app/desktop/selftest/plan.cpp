// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "plan.h"

namespace SelfTest {

using Mode = SmartCaptchaOptions::Mode;
using PageSource = SmartCaptchaOptions::PageSource;
using Presentation = SmartCaptchaWidget::ChallengePresentation;

namespace {

Step step(const char *id, const char *scenario, const QList<Action> &actions, const char *outcome,
          const char *verdict = "")
{
    Step s;
    s.id = QLatin1String(id);
    s.scenario = QLatin1String(scenario);
    s.actions = actions;
    s.outcome = QLatin1String(outcome);
    s.verdict = QLatin1String(verdict);
    return s;
}

template <typename Change>
Step with(Step s, Change change)
{
    change(s);
    return s;
}

// A step that differs in what /validate answers only.
Step answer(const char *scenario, const char *verdict)
{
    return step(scenario, scenario, {Action::Press}, "token", verdict);
}

void invisible(Step &s)
{
    s.mode = Mode::Invisible;
}

void popup(Step &s)
{
    s.presentation = Presentation::Popup;
}

void readyPage(Step &s)
{
    s.pageSource = PageSource::ServicePage;
}

} // namespace

QList<Step> plan()
{
    const auto shortLoad = [](Step &s) { s.loadTimeout = 4000; };
    const auto shortVerify = [](Step &s) { s.verifyTimeout = 1500; };
    const auto retry = [](Step &s) { s.retry = true; };

    return {
        // With a button.
        step("human", "human", {Action::Press}, "token", "human accepted"),
        step("human-keyboard", "human", {Action::PressByKeyboard}, "token", "human accepted"),
        with(step("human-dark", "human", {Action::Press}, "token", "human accepted"),
             [](Step &s) { s.dark = true; }),
        step("challenge-inline", "challenge", {Action::Press, Action::Solve}, "token", "human accepted"),
        with(step("challenge-popup", "challenge", {Action::Press, Action::Solve}, "token", "human accepted"),
             popup),
        with(step("challenge-popup-dark", "challenge", {Action::Press, Action::Solve}, "token",
                  "human accepted"),
             [](Step &s) {
                 popup(s);
                 s.dark = true;
             }),
        step("challenge-second-try", "challenge", {Action::Press, Action::SolveAtSecondTry}, "token",
             "human accepted"),
        step("challenge-keyboard", "challenge", {Action::PressByKeyboard, Action::Solve}, "token",
             "human accepted"),
        with(step("test-mode", "human", {Action::Press, Action::Solve}, "token", "human accepted"),
             [](Step &s) { s.testMode = true; }),
        step("closed", "challenge", {Action::Press, Action::CloseChallenge}, "cancelled"),
        step("escape", "challenge", {Action::Press, Action::Escape}, "cancelled"),
        with(step("escape-popup", "challenge", {Action::Press, Action::Escape}, "cancelled"), popup),

        // Invisible.
        with(step("invisible-human", "human", {Action::Press}, "token", "human accepted"), invisible),
        with(step("invisible-challenge", "challenge", {Action::Press, Action::Solve}, "token",
                  "human accepted"),
             [](Step &s) {
                 invisible(s);
                 popup(s);
             }),
        with(step("invisible-closed", "challenge", {Action::Press, Action::CloseChallenge}, "cancelled"),
             [](Step &s) {
                 invisible(s);
                 popup(s);
             }),
        with(step("invisible-escape", "challenge", {Action::Press, Action::Escape}, "cancelled"),
             [](Step &s) {
                 invisible(s);
                 popup(s);
             }),

        // The service's ready page.
        with(step("ready-page", "human", {Action::Press}, "token", "human accepted"), readyPage),
        with(step("ready-page-challenge", "challenge", {Action::Press, Action::Solve}, "token",
                  "human accepted"),
             readyPage),
        with(step("ready-page-invisible", "human", {Action::Press}, "token", "human accepted"),
             [](Step &s) {
                 readyPage(s);
                 invisible(s);
             }),
        with(step("ready-page-network-error", "network-error", {Action::Press}, "networkError"), readyPage),

        // What /validate may say.
        answer("robot", "robot not accepted"),
        answer("restricted", "human accepted"),
        answer("host-with-port", "human accepted"),
        answer("no-host", "human accepted"),
        answer("empty-host", "human accepted: hostEmpty"),
        with(step("empty-host-strict", "empty-host", {Action::Press}, "token",
                  "human not accepted: hostEmpty"),
             [](Step &s) { s.strict = true; }),
        answer("expired-token", "robot not accepted"),
        answer("reused-token", "robot not accepted"),
        answer("wrong-key", "robot not accepted"),
        answer("http-500", "undetermined accepted: httpStatus"),
        answer("http-403", "undetermined accepted: httpStatus"),
        answer("http-429", "undetermined accepted: httpStatus"),
        answer("redirect", "undetermined accepted: httpStatus"),
        answer("not-json", "undetermined accepted: badReply"),
        answer("html", "undetermined accepted: badReply"),
        answer("huge", "undetermined accepted: badReply"),
        answer("cut-off", "undetermined accepted: network"),
        answer("slow", "human accepted"),
        with(answer("hanging", "undetermined accepted: timeout"), shortVerify),
        with(
            step("hanging-strict", "hanging", {Action::Press}, "token", "undetermined not accepted: timeout"),
            [](Step &s) {
                s.strict = true;
                s.verifyTimeout = 1500;
            }),
        step("verified-twice", "human", {Action::Press, Action::VerifyAgain}, "token",
             "undetermined not accepted: tokenReused"),

        // What may happen in the page.
        step("token-expired", "token-expired", {Action::Press, Action::AwaitExpiry}, "expired",
             "human accepted"),
        with(step("network-error", "network-error", {Action::Press}, "networkError"), retry),
        step("javascript-error", "javascript-error", {Action::Press}, "javascriptError"),
        with(step("renderer-crash", "renderer-crash", {Action::Press}, "renderProcessGone"), retry),
        step("empty-token", "empty-token", {Action::Press}, "protocolError"),
        step("script-missing", "script-missing", {}, "loadFailed"),
        step("script-broken", "script-broken", {}, "javascriptError"),
        with(step("script-hanging", "script-hanging", {}, "loadTimeout"), shortLoad),
        with(step("frame-hanging", "frame-hanging", {}, "loadTimeout"), shortLoad),
        step("frame-error", "frame-error", {}, "loadFailed"),
        with(step("domain-not-allowed", "domain-not-allowed", {}, "loadTimeout"), shortLoad),
        with(step("challenge-timeout", "challenge", {Action::Press}, "challengeTimeout"),
             [](Step &s) { s.challengeTimeout = 2500; }),
    };
}

} // namespace SelfTest
