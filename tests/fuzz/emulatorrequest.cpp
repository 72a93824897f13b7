// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a client sends to the emulator on one connection. The first byte chooses the scenario; these bytes
// stand for what only a client of this emulator knows:
//   01 a good token   02 the id of a challenge   03 its answer   04 the server key

#include "application.h"
#include "rule.h"

#include "loopback/requestparser.h"
#include "testing/endpoint/emulatorstate.h"
#include "testing/endpoint/endpoints.h"
#include "testing/scenario/scenariotable.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

using namespace SmartCaptcha::Internal;
using Fuzz::rule;
using Scenario = SmartCaptchaEmulator::Scenario;

namespace {

const QString siteKey = QStringLiteral("ysc1_AAAAAAAAAAAAAAAAAAAAbbbbbbbbbbbbbbbbbbbb");
const QString serverKey = QStringLiteral("ysc2_AAAAAAAAAAAAAAAAAAAAcccccccccccccccccccc");

struct Read {
    QList<HttpRequest> requests;
    int refusal = 0;
};

RequestParser::Limits smallLimits()
{
    // Small, so that inputs reach them, but a token has room in an address.
    RequestParser::Limits limits;
    limits.target = 1024;
    limits.head = 2048;
    limits.fields = 16;
    limits.body = 2048;
    return limits;
}

void take(RequestParser &parser, Read &read)
{
    while (const std::optional<HttpRequest> request = parser.next())
        read.requests << *request;
    read.refusal = parser.refusal();
}

Read readWhole(const QByteArray &bytes)
{
    RequestParser parser(smallLimits());
    Read read;
    parser.add(bytes);
    take(parser, read);
    return read;
}

Read readInPieces(const QByteArray &bytes)
{
    const RequestParser::Limits limits = smallLimits();
    RequestParser parser(limits);
    Read read;
    // Of lengths that depend on the bytes, so that each input has its own; many are of one byte.
    for (qsizetype from = 0, length = 0; from < bytes.size(); from += length) {
        const auto byte = uchar(bytes.at(from));
        length = byte % 2 ? 1 : 1 + byte % 48;
        parser.add(bytes.mid(from, length));
        take(parser, read);
        rule(parser.held() <= limits.head + limits.body + 128, "what is held is bounded");
    }
    return read;
}

bool isSame(const HttpRequest &a, const HttpRequest &b)
{
    return a.method == b.method && a.path == b.path && a.query == b.query && a.headers == b.headers
        && a.body == b.body && a.keepAlive == b.keepAlive && a.isOld == b.isOld;
}

void checkRequest(const HttpRequest &request)
{
    const RequestParser::Limits limits = smallLimits();
    rule(!request.method.isEmpty() && request.method.size() <= 16, "a method is short");
    rule(request.path.size() + request.query.size() <= limits.target, "an address is bounded");
    rule(request.body.size() <= limits.body, "a body is bounded");
    rule(request.headers.size() <= limits.fields, "the number of header fields is bounded");
    for (const auto &[name, value] : request.headers) {
        rule(!name.isEmpty() && !name.contains(' ') && !name.contains(':'), "the name of a field is a word");
        rule(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'), "a field is one line");
    }
    rule(request.isOld || !request.header("host").isNull(), "a request of HTTP/1.1 names its host");
    (void)request.queryFields();
}

void checkAnswer(const HttpAnswer &answer)
{
    rule(answer.status >= 200 && answer.status <= 599, "an answer has a status");
    rule(answer.body.size() < 1024 * 1024, "an answer is bounded");
    rule(!answer.contentType.contains('\r') && !answer.contentType.contains('\n'), "a type is one line");
    for (const auto &[name, value] : answer.headers)
        rule(!name.contains('\n') && !value.contains('\n') && !value.contains('\r'), "a header is one line");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Fuzz::ensureApplication();
    const std::vector<ScenarioEntry> &scenarios = scenarioTable();
    EmulatorState state;
    state.scenario = scenarios.at(data[0] % scenarios.size()).scenario;
    // Its answer is always the same four megabytes, which would only cost time.
    if (state.scenario == Scenario::Huge)
        state.scenario = Scenario::Human;
    state.siteKey = siteKey;
    state.serverKey = SmartCaptchaServerKey(serverKey);
    state.allowedSites = {QStringLiteral("example.com")};
    int issued = 0;
    state.tokenIssued = [&issued](const QString &) { ++issued; };
    state.challengeCreated = [](const Challenge &) {};
    const TokenSubject subject{siteKey, QStringLiteral("example.com"), QStringLiteral("127.0.0.1"), {}};

    QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const bool knowsToken = bytes.contains('\x01');
    const bool knowsChallenge = bytes.contains('\x02') && bytes.contains('\x03');
    if (knowsToken)
        bytes.replace('\x01', state.tokens.issue(subject).toLatin1().toPercentEncoding());
    if (bytes.contains('\x02')) {
        const Challenge challenge = state.challenges.create(subject);
        bytes.replace('\x02', challenge.id.toLatin1());
        bytes.replace('\x03', challenge.answer.toLatin1());
    }
    const bool knowsKey = bytes.contains('\x04');
    bytes.replace('\x04', serverKey.toLatin1());

    const Read whole = readWhole(bytes);
    const Read pieces = readInPieces(bytes);
    rule(whole.refusal == pieces.refusal, "how bytes are cut makes no difference to what is refused");
    rule(whole.requests.size() == pieces.requests.size(),
         "how bytes are cut makes no difference to their number");

    int accepted = 0;
    for (qsizetype i = 0; i < whole.requests.size(); ++i) {
        const HttpRequest &request = whole.requests.at(i);
        rule(isSame(request, pieces.requests.at(i)), "how bytes are cut makes no difference to a request");
        checkRequest(request);
        const HttpAnswer answer = answerRequest(state, request);
        checkAnswer(answer);
        if (request.path != QLatin1String("/validate") && request.path != QLatin1String("/backend/verify"))
            continue;
        const QJsonObject verdict = QJsonDocument::fromJson(answer.body).object();
        if (verdict.value(QLatin1String("status")) != QLatin1String("ok"))
            continue;
        rule(request.path != QLatin1String("/validate") || knowsKey || bytes.contains("ysc2_")
                 || bytes.contains('%'),
             "only with the server key there is a verdict");
        if (state.scenario == Scenario::Restricted)
            continue;
        rule(knowsToken || issued > 0, "a token that nobody has issued is never good");
        ++accepted;
    }
    rule(accepted <= (knowsToken ? 1 : 0) + issued, "a token is good once");
    rule(issued == 0 || knowsChallenge || bytes.contains("ysc1_") || bytes.contains("\\u"),
         "a token is issued for the site key, or for the answer to a challenge");
    return 0;
}
