// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtCore/qtimer.h>

#include <utility>

using Address = FaultySite::Address;
using Request = ScriptedServer::Request;

namespace {

/// What can happen to any request, and how the attempt ends by what is asked for. Empty where it cannot
/// happen.
struct NetworkFault {
    QByteArray name;
    Address address = Address::Good;
    FaultySite::Trouble trouble = {};
    bool leadsElsewhere = false;
    bool goesAway = false; // the server, in the middle of it all
    QByteArray page = {};
    QByteArray script = {};
    QByteArray frame = {};
    QByteArray challenge = {};
    QByteArray check = {};
    QByteArray verifier = {};
    QByteArrayList fast = {}; // the steps for which it is
};

/// A step at which something is fetched.
struct Step {
    QByteArray name;
    QByteArray path;
    QByteArray NetworkFault::*outcome = nullptr;
};

const QList<Step> steps{
    {"page", "/page", &NetworkFault::page},
    {"script", "/captcha.js", &NetworkFault::script},
    {"frame", "/checkbox", &NetworkFault::frame},
    {"check", "/api/check", &NetworkFault::check},
    {"challenge", "/advanced", &NetworkFault::challenge},
    {"`/validate`", "/validate", &NetworkFault::verifier},
    {"backend", "/backend/verify", &NetworkFault::verifier},
};

qsizetype headSizeOf(const QByteArray &answer)
{
    return answer.indexOf("\r\n\r\n") + 4;
}

QByteArray halfOf(const QByteArray &answer)
{
    const qsizetype head = headSizeOf(answer);
    return answer.left(head + (answer.size() - head) / 2);
}

// Gives @p part of the answer, and then nothing more.
FaultySite::Trouble hangAfter(const std::function<QByteArray(const QByteArray &)> &part)
{
    return [part](QTcpSocket *socket, const Request &, const QByteArray &answer) {
        socket->write(part(answer));
    };
}

FaultySite::Trouble answerWith(const ScriptedServer::Action &action)
{
    return
        [action](QTcpSocket *socket, const Request &request, const QByteArray &) { action(socket, request); };
}

FaultySite::Trouble status(const QByteArray &line)
{
    return answerWith(
        ScriptedServer::answer("<!DOCTYPE html><h1>" + line + "</h1>", line, "Content-Type: text/html\r\n"));
}

FaultySite::Trouble redirect(const std::function<QByteArray(const Request &)> &place)
{
    return [place](QTcpSocket *socket, const Request &request, const QByteArray &answer) {
        const QByteArray to = place(request);
        if (to.isEmpty())
            socket->write(answer);
        else
            ScriptedServer::answer({}, "307 Temporary Redirect", "Location: " + to + "\r\n")(socket, request);
    };
}

QByteArray marked(const Request &request)
{
    const QByteArray mark = "moved=1";
    if (request.target.contains(mark))
        return {};
    return request.target + (request.target.contains('?') ? '&' : '?') + mark;
}

QList<NetworkFault> networkFaults()
{
    QList<NetworkFault> faults;
    faults << NetworkFault{.name = "no such host",
                           .address = Address::NoSuchHost,
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .verifier = "Network",
                           .fast = {"script"}};
    faults << NetworkFault{.name = "refused",
                           .address = Address::Refused,
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .verifier = "Network"};
    faults << NetworkFault{.name = "server goes away", .goesAway = true, .check = "NetworkError"};
    faults << NetworkFault{.name = "reset",
                           .trouble = answerWith(ScriptedServer::reset()),
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .check = "NetworkError",
                           .verifier = "Network",
                           .fast = {"check"}};
    faults << NetworkFault{.name = "hangs before the answer",
                           .trouble = answerWith(ScriptedServer::hang()),
                           .page = "LoadTimeout",
                           .script = "LoadTimeout",
                           .frame = "LoadTimeout",
                           .challenge = "ChallengeTimeout",
                           .check = "ChallengeTimeout",
                           .verifier = "Timeout",
                           .fast = {"check", "`/validate`"}};
    faults << NetworkFault{.name = "hangs within the headers",
                           .trouble = hangAfter([](const QByteArray &answer) { return answer.left(20); }),
                           .page = "LoadTimeout",
                           .script = "LoadTimeout",
                           .frame = "LoadTimeout",
                           .challenge = "ChallengeTimeout",
                           .check = "ChallengeTimeout",
                           .verifier = "Timeout",
                           .fast = {"page"}};
    faults << NetworkFault{.name = "hangs within the body",
                           .trouble = hangAfter(halfOf),
                           .page = "LoadTimeout",
                           .script = "LoadTimeout",
                           .frame = "LoadTimeout",
                           .challenge = "ChallengeTimeout",
                           .check = "ChallengeTimeout",
                           .verifier = "Timeout"};
    faults << NetworkFault{.name = "truncated",
                           .trouble =
                               [](QTcpSocket *socket, const Request &, const QByteArray &answer) {
                                   socket->write(halfOf(answer));
                                   socket->disconnectFromHost();
                               },
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadTimeout",
                           .challenge = "ChallengeTimeout",
                           .check = "NetworkError",
                           .verifier = "Network",
                           .fast = {"backend"}};
    faults << NetworkFault{
        .name = "drips",
        .trouble = [](QTcpSocket *socket, const Request &request,
                      const QByteArray &answer) { ScriptedServer::drip(answer, 50)(socket, request); },
        .page = "LoadTimeout",
        .script = "LoadTimeout",
        .frame = "LoadTimeout",
        .challenge = "ChallengeTimeout",
        .check = "ChallengeTimeout",
        .verifier = "Timeout"};
    faults << NetworkFault{.name = "103 and nothing more",
                           .trouble =
                               answerWith(ScriptedServer::rawThenHang("HTTP/1.1 103 Early Hints\r\n\r\n")),
                           .page = "LoadTimeout",
                           .script = "LoadTimeout",
                           .frame = "LoadTimeout",
                           .challenge = "ChallengeTimeout",
                           .check = "ChallengeTimeout",
                           .verifier = "Network or Timeout"};
    faults << NetworkFault{.name = "404",
                           .trouble = status("404 Not Found"),
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .check = "NetworkError",
                           .verifier = "HttpStatus",
                           .fast = {"challenge"}};
    faults << NetworkFault{.name = "503",
                           .trouble = status("503 Service Unavailable"),
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .check = "NetworkError",
                           .verifier = "HttpStatus",
                           .fast = {"page", "frame"}};
    faults << NetworkFault{.name = "redirect within the site",
                           .trouble = redirect(marked),
                           .page = "token",
                           .script = "token",
                           .frame = "token",
                           .challenge = "ChallengeTimeout",
                           .check = "token",
                           .verifier = "HttpStatus"};
    faults << NetworkFault{.name = "redirect elsewhere",
                           .leadsElsewhere = true,
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .check = "NetworkError",
                           .verifier = "HttpStatus",
                           .fast = {"page"}};
    faults << NetworkFault{.name = "redirect in a loop",
                           .trouble = redirect([](const Request &request) { return request.target; }),
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .check = "NetworkError",
                           .verifier = "HttpStatus"};
    for (const auto &[name, address] : {std::pair{"expired certificate", Address::Expired},
                                        {"self-signed certificate", Address::SelfSigned},
                                        {"certificate of another host", Address::WrongHost}}) {
        faults << NetworkFault{.name = name,
                               .address = address,
                               .page = "CertificateError",
                               .script = "CertificateError",
                               .frame = "CertificateError",
                               .challenge = "CertificateError",
                               .verifier = "Tls",
                               .fast = {address == Address::Expired ? "script" : ""}};
    }
    faults << NetworkFault{.name = "TLS 1.1",
                           .address = Address::OldTls,
                           .page = "LoadFailed",
                           .script = "LoadFailed",
                           .frame = "LoadFailed",
                           .challenge = "LoadFailed",
                           .verifier = "Tls"};
    return faults;
}

Fault make(const Step &step, const NetworkFault &trouble)
{
    const bool isOfVerifier = step.outcome == &NetworkFault::verifier;
    const bool isChallenge = step.path == "/advanced";
    const bool isLater = isChallenge || step.path == "/api/check";
    const QByteArray outcome = trouble.*step.outcome;
    return Fault{.step = step.name,
                 .name = trouble.name,
                 .outcomes = isOfVerifier ? Outcomes{{}, {}, {}, outcome} : inHosts(outcome),
                 .moment = isLater && trouble.address == Address::Good ? Moment::Ready : Moment::Start,
                 .spoil =
                     [=](FaultySite &site) {
                         if (isChallenge)
                             site.emulator.setScenario(SmartCaptchaEmulator::Scenario::Challenge);
                         site.moveTo(trouble.address, step.path);
                         if (trouble.trouble)
                             site.trouble(step.path, trouble.trouble);
                         if (trouble.leadsElsewhere)
                             site.trouble(
                                 step.path,
                                 redirect([to = site.elsewhere().toEncoded()](const Request &request) {
                                     return to + request.target;
                                 }));
                         if (trouble.goesAway)
                             site.goAway();
                     },
                 .inCustomPage = step.path == "/page",
                 .isFast = trouble.fast.contains(step.name)};
}

} // namespace

QList<Fault> faultsOfNetwork()
{
    QList<Fault> faults;
    for (const Step &step : steps) {
        for (const NetworkFault &trouble : networkFaults()) {
            if (!(trouble.*step.outcome).isEmpty())
                faults << make(step, trouble);
        }
    }
    return faults;
}
