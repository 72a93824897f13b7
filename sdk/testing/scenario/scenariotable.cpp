// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariotable.h"

namespace SmartCaptcha::Internal {

const std::vector<ScenarioEntry> &scenarioTable()
{
    using Scenario = SmartCaptchaEmulator::Scenario;
    static const std::vector<ScenarioEntry> table{
        {Scenario::Human, "human", "A token at the first click; the verdict is human."},
        {Scenario::Challenge, "challenge", "Every click leads to a challenge; the verdict is human."},
        {Scenario::Robot, "robot", "A token at the first click; the verdict is robot."},
        {Scenario::ExpiredToken, "expired-token", "Every token is refused as expired."},
        {Scenario::ReusedToken, "reused-token", "Every token is refused as asked about before."},
        {Scenario::EmptyHost, "empty-host", "The verdict is human with an empty host."},
        {Scenario::HostWithPort, "host-with-port", "The verdict is human; the host has the port 8080."},
        {Scenario::NoHost, "no-host", "The verdict is human without any host, as older answers were."},
        {Scenario::WrongKey, "wrong-key", "Every server key is refused as wrong."},
        {Scenario::Restricted, "restricted",
         "Restricted mode: every token is accepted, and the widget says so."},
        {Scenario::Http500, "http-500", "Validation answers with status 500."},
        {Scenario::Http403, "http-403", "Validation answers with status 403."},
        {Scenario::Http429, "http-429", "Validation answers with status 429."},
        {Scenario::Redirect, "redirect", "Validation answers with a redirect to a page that says yes."},
        {Scenario::Slow, "slow", "Validation answers as for a human, but late."},
        {Scenario::Drip, "drip", "Validation answers one byte at a time."},
        {Scenario::Hanging, "hanging", "Validation never answers; the connection stays open."},
        {Scenario::CutOff, "cut-off", "Validation sends half of its answer and closes the connection."},
        {Scenario::NotJson, "not-json", "Validation answers with a text that claims to be JSON."},
        {Scenario::Html, "html", "Validation answers with a web page."},
        {Scenario::Huge, "huge", "Validation answers with four megabytes of valid JSON."},
        {Scenario::ScriptMissing, "script-missing", "The widget's script is not found."},
        {Scenario::ScriptBroken, "script-broken", "The widget's script is no JavaScript."},
        {Scenario::ScriptSlow, "script-slow", "The widget's script comes late."},
        {Scenario::ScriptHanging, "script-hanging", "The widget's script never comes."},
        {Scenario::FrameHanging, "frame-hanging", "The script comes, the widget's frames never do."},
        {Scenario::NetworkError, "network-error", "The widget loses its connection at the click."},
        {Scenario::JavascriptError, "javascript-error", "The widget fails with an error at the click."},
        {Scenario::TokenExpired, "token-expired", "The token expires in the page after a moment."},
        {Scenario::EmptyToken, "empty-token", "The widget succeeds with an empty token."},
        {Scenario::RendererCrash, "renderer-crash", "The page's renderer process dies at the click."},
        {Scenario::DomainNotAllowed, "domain-not-allowed", "The widget refuses to work on any site."},
    };
    return table;
}

} // namespace SmartCaptcha::Internal
