// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attacks/effects.h"
#include "fault.h"

#include <csignal>

namespace {

// Uses memory until there is none.
FaultySite::Trouble hog(const QByteArray &before, const QByteArray &after, const QByteArray &type)
{
    return [=](QTcpSocket *socket, const ScriptedServer::Request &request, const QByteArray &) {
        ScriptedServer::answer(
            before + "const hog = []; for (;;) hog.push(new Array(1000).fill(hog.length + 0.5));" + after,
            "200 OK", "Content-Type: " + type + "\r\n")(socket, request);
    };
}

// An answer that is larger as objects than as text.
FaultySite::Trouble objects()
{
    return [](QTcpSocket *socket, const ScriptedServer::Request &request, const QByteArray &) {
        constexpr int count = 6'000'000;
        ScriptedServer::answer('[' + QByteArray("{},").repeated(count) + "{}]")(socket, request);
    };
}

} // namespace

// The process of the page dies, stands still, or runs out of memory.
QList<Fault> faultsOfProcesses()
{
    QList<Fault> faults;
    // Before a page has arrived, its process may be there already or not.
    for (const auto &[step, moment, killed, hung] :
         {std::tuple{"script", Moment::Loading, "RenderProcessGone", "LoadTimeout"},
          {"ready", Moment::Ready, "RenderProcessGone", "ChallengeTimeout"},
          {"check", Moment::Checking, "RenderProcessGone", "ChallengeTimeout"},
          {"challenge", Moment::Challenge, "RenderProcessGone", "ChallengeTimeout"},
          {"token", Moment::Solved, "none", "none"}}) {
        faults << Fault{.step = step,
                        .name = "the page's process is killed",
                        .outcomes = inHosts(killed),
                        .moment = moment,
                        .happen = [] { Effects::signalRenderers(SIGKILL); },
                        .isRetried = qstrcmp(killed, "RenderProcessGone") == 0,
                        .isFast = moment == Moment::Challenge};
        faults << Fault{.step = step,
                        .name = "the page's process hangs",
                        .outcomes = inHosts(hung),
                        .moment = moment,
                        .happen = [] { Effects::signalRenderers(SIGSTOP); }};
    }
    faults << Fault{.step = "page",
                    .name = "out of memory",
                    .outcomes = inHosts("RenderProcessGone"),
                    .spoil =
                        [](FaultySite &site) {
                            site.trouble("/page", hog("<!DOCTYPE html><script>", "</script>", "text/html"));
                        },
                    .inCustomPage = true};
    faults << Fault{
        .step = "script",
        .name = "out of memory",
        .outcomes = inHosts("RenderProcessGone"),
        .spoil = [](FaultySite &site) { site.trouble("/captcha.js", hog({}, {}, "text/javascript")); }};
    faults << Fault{.step = "frame",
                    .name = "out of memory",
                    .outcomes = inHosts("RenderProcessGone"),
                    .spoil = [](FaultySite &site) {
                        site.trouble("/checkbox", hog("<!DOCTYPE html><script>", "</script>", "text/html"));
                    }};
    faults << Fault{.step = "check",
                    .name = "out of memory",
                    .outcomes = inHosts("RenderProcessGone"),
                    .moment = Moment::Ready,
                    .spoil = [](FaultySite &site) { site.trouble("/api/check", objects()); }};
    faults << Fault{.step = "challenge",
                    .name = "out of memory",
                    .outcomes = inHosts("RenderProcessGone"),
                    .moment = Moment::Ready,
                    .spoil = [](FaultySite &site) {
                        site.emulator.setScenario(SmartCaptchaEmulator::Scenario::Challenge);
                        site.trouble("/advanced", hog("<!DOCTYPE html><script>", "</script>", "text/html"));
                    }};
    return faults;
}
