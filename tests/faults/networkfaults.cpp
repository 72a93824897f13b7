// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "fault.h"

#include <QtCore/qtimer.h>

#include <utility>

using Address = FaultySite::Address;
using Request = ScriptedServer::Request;

namespace {

/// How an attempt ends by what is asked for. Empty where the fault cannot happen.
struct Ends {
    QByteArray page = {};
    QByteArray script = {};
    QByteArray frame = {};
    QByteArray challenge = {};
    QByteArray check = {};
    QByteArray verifier = {};
};

// The check is asked for where its frame is from, so that it cannot have an address of its own.
const Ends noConnection{"LoadFailed", "LoadFailed", "LoadFailed", "LoadFailed", {}, "Network"};
const Ends broken{"LoadFailed", "LoadFailed", "LoadFailed", "LoadFailed", "NetworkError", "Network"};
const Ends badStatus{"LoadFailed", "LoadFailed", "LoadFailed", "LoadFailed", "NetworkError", "HttpStatus"};
const Ends tooLate{"LoadTimeout",      "LoadTimeout",      "LoadTimeout",
                   "ChallengeTimeout", "ChallengeTimeout", "Timeout"};
const Ends badCertificate{
    "CertificateError", "CertificateError", "CertificateError", "CertificateError", {}, "Tls"};

/// What can happen to any request.
struct NetworkFault {
    QByteArray name;
    Ends ends;
    Address address = Address::Good;
    FaultySite::Trouble trouble = {};
    bool leadsElsewhere = false;
    bool goesAway = false; // the server, in the middle of it all
    bool isRetried = false; // by a person
    QByteArrayList fast = {}; // the steps for which it is
};

/// A step at which something is fetched.
struct Step {
    QByteArray name;
    QByteArray path;
    QByteArray Ends::*outcome = nullptr;
};

const QList<Step> steps{
    {"page", "/page", &Ends::page},
    {"script", "/captcha.js", &Ends::script},
    {"frame", "/checkbox", &Ends::frame},
    {"check", "/api/check", &Ends::check},
    {"challenge", "/advanced", &Ends::challenge},
    {"`/validate`", "/validate", &Ends::verifier},
    {"backend", "/backend/verify", &Ends::verifier},
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
    faults << NetworkFault{
        .name = "no such host", .ends = noConnection, .address = Address::NoSuchHost, .fast = {"script"}};
    faults << NetworkFault{.name = "refused", .ends = noConnection, .address = Address::Refused};
    faults << NetworkFault{.name = "server goes away", .ends = {.check = "NetworkError"}, .goesAway = true};
    faults << NetworkFault{
        .name = "reset", .ends = broken, .trouble = answerWith(ScriptedServer::reset()), .fast = {"check"}};
    faults << NetworkFault{.name = "hangs before the answer",
                           .ends = tooLate,
                           .trouble = answerWith(ScriptedServer::hang()),
                           .fast = {"check", "`/validate`"}};
    faults << NetworkFault{.name = "hangs within the headers",
                           .ends = tooLate,
                           .trouble = hangAfter([](const QByteArray &answer) { return answer.left(20); }),
                           .fast = {"page"}};
    faults << NetworkFault{.name = "hangs within the body", .ends = tooLate, .trouble = hangAfter(halfOf)};
    // Half of a frame's document is a document.
    Ends halfDocument = broken;
    halfDocument.frame = "LoadTimeout";
    halfDocument.challenge = "ChallengeTimeout";
    faults << NetworkFault{.name = "truncated",
                           .ends = halfDocument,
                           .trouble =
                               [](QTcpSocket *socket, const Request &, const QByteArray &answer) {
                                   socket->write(halfOf(answer));
                                   socket->disconnectFromHost();
                               },
                           .fast = {"backend"}};
    faults << NetworkFault{
        .name = "drips",
        .ends = tooLate,
        .trouble = [](QTcpSocket *socket, const Request &request, const QByteArray &answer) {
            ScriptedServer::drip(answer, 50)(socket, request);
        }};
    // Versions of Qt differ.
    Ends onlyHints = tooLate;
    onlyHints.verifier = "Network or Timeout";
    faults << NetworkFault{.name = "103 and nothing more",
                           .ends = onlyHints,
                           .trouble =
                               answerWith(ScriptedServer::rawThenHang("HTTP/1.1 103 Early Hints\r\n\r\n"))};
    faults << NetworkFault{
        .name = "404", .ends = badStatus, .trouble = status("404 Not Found"), .fast = {"challenge"}};
    faults << NetworkFault{.name = "403", .ends = badStatus, .trouble = status("403 Forbidden")};
    faults << NetworkFault{.name = "500", .ends = badStatus, .trouble = status("500 Internal Server Error")};
    faults << NetworkFault{.name = "503",
                           .ends = badStatus,
                           .trouble = status("503 Service Unavailable"),
                           .isRetried = true,
                           .fast = {"page", "frame"}};
    // The challenge comes, and nobody solves it.
    faults << NetworkFault{.name = "redirect within the site",
                           .ends = {"token", "token", "token", "ChallengeTimeout", "token", "HttpStatus"},
                           .trouble = redirect(marked)};
    faults << NetworkFault{
        .name = "redirect elsewhere", .ends = badStatus, .leadsElsewhere = true, .fast = {"page"}};
    faults << NetworkFault{.name = "redirect in a loop",
                           .ends = badStatus,
                           .trouble = redirect([](const Request &request) { return request.target; })};
    faults << NetworkFault{.name = "expired certificate",
                           .ends = badCertificate,
                           .address = Address::Expired,
                           .fast = {"script"}};
    faults << NetworkFault{
        .name = "self-signed certificate", .ends = badCertificate, .address = Address::SelfSigned};
    faults << NetworkFault{
        .name = "certificate of another host", .ends = badCertificate, .address = Address::WrongHost};
    Ends noCommonVersion = noConnection;
    noCommonVersion.verifier = "Tls";
    faults << NetworkFault{.name = "TLS 1.1", .ends = noCommonVersion, .address = Address::OldTls};
    return faults;
}

Fault make(const Step &step, const NetworkFault &trouble)
{
    const bool isOfVerifier = step.outcome == &Ends::verifier;
    const bool isChallenge = step.path == "/advanced";
    const bool isLater = isChallenge || step.path == "/api/check";
    const QByteArray outcome = trouble.ends.*step.outcome;
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
                 .isRetried = trouble.isRetried,
                 .inCustomPage = step.path == "/page",
                 .isFast = trouble.fast.contains(step.name)};
}

} // namespace

QList<Fault> faultsOfNetwork()
{
    QList<Fault> faults;
    for (const Step &step : steps) {
        for (const NetworkFault &trouble : networkFaults()) {
            if (!(trouble.ends.*step.outcome).isEmpty())
                faults << make(step, trouble);
        }
    }
    return faults;
}
