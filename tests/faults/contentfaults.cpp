// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtCore/qtimer.h>

using Request = ScriptedServer::Request;
using Scenario = SmartCaptchaEmulator::Scenario;

namespace {

FaultySite::Trouble header(const QByteArray &line)
{
    return [line](QTcpSocket *socket, const Request &, QByteArray answer) {
        socket->write(answer.insert(answer.indexOf("\r\n") + 2, line + "\r\n"));
    };
}

FaultySite::Trouble content(const QByteArray &body, const QByteArray &type)
{
    return [=](QTcpSocket *socket, const Request &request, const QByteArray &) {
        ScriptedServer::answer(body, "200 OK", "Content-Type: " + type + "\r\n")(socket, request);
    };
}

FaultySite::Trouble late(int milliseconds)
{
    return [milliseconds](QTcpSocket *socket, const Request &, const QByteArray &answer) {
        QTimer::singleShot(milliseconds, socket, [socket, answer] { socket->write(answer); });
    };
}

std::function<void(FaultySite &)> at(const QByteArray &path, const FaultySite::Trouble &trouble)
{
    return [=](FaultySite &site) { site.trouble(path, trouble); };
}

std::function<void(FaultySite &)> challengeAt(const QByteArray &path, const FaultySite::Trouble &trouble)
{
    return [=](FaultySite &site) {
        site.emulator.setScenario(Scenario::Challenge);
        site.trouble(path, trouble);
    };
}

std::function<void(FaultySite &)> play(Scenario scenario)
{
    return [scenario](FaultySite &site) { site.emulator.setScenario(scenario); };
}

} // namespace

// Everything arrives, but is not what it should be, or not allowed to be there.
QList<Fault> faultsOfContent()
{
    const QByteArray html = "text/html; charset=utf-8";
    const QByteArray javascript = "text/javascript; charset=utf-8";
    QList<Fault> faults;
    faults << Fault{.step = "page",
                    .name = "forbids the script by its policy",
                    .outcomes = inHosts("LoadFailed"),
                    .spoil = at("/page", header("Content-Security-Policy: script-src 'unsafe-inline'")),
                    .inCustomPage = true,
                    .isFast = true};
    faults << Fault{.step = "page",
                    .name = "forbids the frame by its policy",
                    .outcomes = inHosts("LoadTimeout"),
                    .spoil = at("/page", header("Content-Security-Policy: frame-src 'none'")),
                    .inCustomPage = true};
    faults << Fault{.step = "script",
                    .name = "empty",
                    .outcomes = inHosts("LoadTimeout"),
                    .spoil = at("/captcha.js", content({}, javascript))};
    faults << Fault{.step = "script",
                    .name = "does not parse",
                    .outcomes = inHosts("JavascriptError"),
                    .spoil = at("/captcha.js", content("(function () { this is no JavaScript", javascript)),
                    .isFast = true};
    faults << Fault{.step = "script",
                    .name = "throws",
                    .outcomes = inHosts("JavascriptError"),
                    .spoil = at("/captcha.js", content("throw new Error('no');", javascript))};
    faults << Fault{.step = "script",
                    .name = "a web page",
                    .outcomes = inHosts("LoadTimeout"),
                    .spoil = at("/captcha.js", content("<!DOCTYPE html>", html))};
    faults << Fault{.step = "script",
                    .name = "a second late",
                    .outcomes = inHosts("token"),
                    .spoil = at("/captcha.js", late(1000))};
    faults << Fault{.step = "script",
                    .name = "later than the deadline",
                    .outcomes = inHosts("LoadTimeout"),
                    .spoil = at("/captcha.js", late(2300))};
    faults << Fault{.step = "frame",
                    .name = "does not want to be one",
                    .outcomes = inHosts("LoadFailed"),
                    .spoil = at("/checkbox", header("X-Frame-Options: DENY")),
                    .isFast = true};
    faults << Fault{.step = "frame",
                    .name = "later than the deadline",
                    .outcomes = inHosts("LoadTimeout"),
                    .spoil = at("/checkbox", late(2300))};
    faults << Fault{.step = "frame",
                    .name = "the site is not allowed",
                    .outcomes = inHosts("LoadTimeout"),
                    .spoil = play(Scenario::DomainNotAllowed)};
    faults << Fault{.step = "check",
                    .name = "JavaScript error",
                    .outcomes = inHosts("JavascriptError"),
                    .moment = Moment::Ready,
                    .spoil = play(Scenario::JavascriptError)};
    faults << Fault{.step = "check",
                    .name = "empty token",
                    .outcomes = inHosts("ProtocolError"),
                    .moment = Moment::Ready,
                    .spoil = play(Scenario::EmptyToken),
                    .isFast = true};
    faults << Fault{.step = "check",
                    .name = "token too long",
                    .outcomes = inHosts("ProtocolError"),
                    .moment = Moment::Ready,
                    .spoil = at("/api/check",
                                content(R"({"result":"token","token":")" + QByteArray(10000, 't') + R"("})",
                                        "application/json"))};
    faults << Fault{.step = "check",
                    .name = "later than the deadline",
                    .outcomes = inHosts("ChallengeTimeout"),
                    .moment = Moment::Ready,
                    .spoil = at("/api/check", late(3300))};
    faults << Fault{.step = "challenge",
                    .name = "does not want to be a frame",
                    .outcomes = inHosts("LoadFailed"),
                    .moment = Moment::Ready,
                    .spoil = challengeAt("/advanced", header("X-Frame-Options: DENY"))};
    faults << Fault{.step = "challenge",
                    .name = "nobody solves it",
                    .outcomes = inHosts("ChallengeTimeout"),
                    .moment = Moment::Challenge,
                    .isRetried = true,
                    .isFast = true};
    faults << Fault{.step = "token",
                    .name = "expires in the page",
                    .outcomes = inHosts("expired"),
                    .moment = Moment::Solved,
                    .spoil = [](FaultySite &site) { site.emulator.advanceClock(std::chrono::minutes(6)); }};
    for (const QByteArray step : {"`/validate`", "backend"}) {
        const QByteArray path = step == "backend" ? "/backend/verify" : "/validate";
        faults << Fault{.step = step,
                        .name = "a web page",
                        .outcomes = {.verifier = "BadReply"},
                        .spoil = at(path, content("<!DOCTYPE html>ok", html))};
        faults << Fault{.step = step,
                        .name = "half JSON",
                        .outcomes = {.verifier = "BadReply"},
                        .spoil = at(path, content(R"({"status":"ok")", "application/json"))};
        faults << Fault{.step = step,
                        .name = "later than the deadline",
                        .outcomes = {.verifier = "Timeout"},
                        .spoil = at(path, late(1300))};
    }
    return faults;
}
