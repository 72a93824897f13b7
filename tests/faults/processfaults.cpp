// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attacks/effects.h"
#include "fault.h"

#include <csignal>

namespace {

void signalRenderers(int number)
{
    const QList<qint64> processes = Effects::renderers();
    for (const qint64 process : processes)
        ::kill(pid_t(process), number);
}

// Uses memory until there is none.
FaultySite::Trouble hog(const QByteArray &before, const QByteArray &after, const QByteArray &type)
{
    return [=](QTcpSocket *socket, const ScriptedServer::Request &request, const QByteArray &) {
        ScriptedServer::answer(
            before + "const hog = []; for (;;) hog.push(new Array(1000).fill(hog.length + 0.5));" + after,
            "200 OK", "Content-Type: " + type + "\r\n")(socket, request);
    };
}

} // namespace

// The process of the page dies, stands still, or runs out of memory.
QList<Fault> faultsOfProcesses()
{
    QList<Fault> faults;
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
                        .happen = [] { signalRenderers(SIGKILL); },
                        .isFast = moment == Moment::Challenge};
        faults << Fault{.step = step,
                        .name = "the page's process hangs",
                        .outcomes = inHosts(hung),
                        .moment = moment,
                        .happen = [] { signalRenderers(SIGSTOP); }};
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
