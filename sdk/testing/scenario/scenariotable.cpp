// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariotable.h"

#include <QtCore/qglobal.h>

namespace SmartCaptcha::Internal {

// The texts are English here; a program that shows them to people translates them.
const std::vector<ScenarioEntry> &scenarioTable()
{
    using Scenario = SmartCaptchaEmulator::Scenario;
    static const std::vector<ScenarioEntry> table{
        {Scenario::Human, "human",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "A token on the first click; the verdict is human.")},
        {Scenario::Challenge, "challenge",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator",
                           "Every click leads to a challenge; the verdict is human.")},
        {Scenario::Robot, "robot",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "A token on the first click; the verdict is robot.")},
        {Scenario::ExpiredToken, "expired-token",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Every token is refused as expired.")},
        {Scenario::ReusedToken, "reused-token",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Every token is refused as already used.")},
        {Scenario::EmptyHost, "empty-host",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The verdict is human, with an empty host.")},
        {Scenario::HostWithPort, "host-with-port",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The verdict is human; the host includes port 8080.")},
        {Scenario::NoHost, "no-host",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator",
                           "The verdict is human, without a host, as in older responses.")},
        {Scenario::WrongKey, "wrong-key",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Every server key is refused as invalid.")},
        {Scenario::Restricted, "restricted",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator",
                           "Restricted mode: every token is accepted, and the widget says so.")},
        {Scenario::Http500, "http-500",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds with status 500.")},
        {Scenario::Http403, "http-403",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds with status 403.")},
        {Scenario::Http429, "http-429",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds with status 429.")},
        {Scenario::Redirect, "redirect",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation redirects to a page with a positive answer.")},
        {Scenario::Slow, "slow",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds as for a human, but late.")},
        {Scenario::Drip, "drip",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds one byte at a time.")},
        {Scenario::Hanging, "hanging",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation never responds; the connection stays open.")},
        {Scenario::CutOff, "cut-off",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator",
                           "Validation sends half of its response and closes the connection.")},
        {Scenario::NotJson, "not-json",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds with plain text labelled as JSON.")},
        {Scenario::Html, "html",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds with a web page.")},
        {Scenario::Huge, "huge",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "Validation responds with four megabytes of valid JSON.")},
        {Scenario::ScriptMissing, "script-missing",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget's script is not found.")},
        {Scenario::ScriptBroken, "script-broken",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget's script is not JavaScript.")},
        {Scenario::ScriptSlow, "script-slow",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget's script loads late.")},
        {Scenario::ScriptHanging, "script-hanging",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget's script never loads.")},
        {Scenario::FrameHanging, "frame-hanging",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The script loads, but the widget's frames never do.")},
        {Scenario::FrameError, "frame-error",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator",
                           "The script loads, but the widget's frames are error pages with status 500.")},
        {Scenario::NetworkError, "network-error",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget loses its connection when clicked.")},
        {Scenario::JavascriptError, "javascript-error",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget fails with an error when clicked.")},
        {Scenario::TokenExpired, "token-expired",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The token expires on the page after a moment.")},
        {Scenario::EmptyToken, "empty-token",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget reports success with an empty token.")},
        {Scenario::RendererCrash, "renderer-crash",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The page's renderer process crashes on the click.")},
        {Scenario::DomainNotAllowed, "domain-not-allowed",
         QT_TRANSLATE_NOOP("SmartCaptchaEmulator", "The widget refuses to work on any site.")},
    };
    return table;
}

} // namespace SmartCaptcha::Internal
