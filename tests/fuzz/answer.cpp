// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The body of an answer of /validate.

#include "rule.h"

#include "core/verify/answer.h"
#include "core/verify/hostname.h"
#include "core/verify/judgement.h"

#include <QtCore/qdebug.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

using namespace SmartCaptcha::Internal;
using Fuzz::rule;
using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

namespace {

const QString site = QStringLiteral("shop.example");

SmartCaptchaPolicy withHost(SmartCaptchaPolicy policy)
{
    policy.setAllowedHosts({site});
    return policy;
}

SmartCaptchaResult judgedUnder(const QByteArray &body, const SmartCaptchaPolicy &policy)
{
    Outcome outcome;
    outcome.httpStatus = 200;
    outcome.body = body;
    outcome.tokenSent = true;
    return judged(outcome, policy);
}

// What the documentation of the service says: an object with the status "ok", and a host that is a text or
// absent.
bool saysHuman(const QByteArray &body)
{
    if (body.size() > 64 * 1024)
        return false;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue status = object.value(QLatin1String("status"));
    const QJsonValue host = object.value(QLatin1String("host"));
    return status.isString() && status.toString() == QLatin1String("ok")
        && (host.isUndefined() || host.isNull() || host.isString());
}

// The same answer as the service would write it.
QByteArray written(const SmartCaptchaResult &result)
{
    QJsonObject object{{QStringLiteral("status"),
                        result.verdict() == Verdict::Human ? QStringLiteral("ok") : QStringLiteral("failed")},
                       {QStringLiteral("message"), result.message()}};
    if (!result.host().isNull())
        object.insert(QStringLiteral("host"), result.host());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void checkHost(const QString &host)
{
    rule(isSameHost(host, site) == isSameHost(site, host), "two hosts are the same in either order");
    rule(!isSameHost(host, site) || !isSameHost(host, QStringLiteral("other.example")),
         "a host is not that of two sites");
    rule(!isSameHost(host, site) || isSameHost(host, host),
         "a host that is the site's is the same as itself");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const SmartCaptchaPolicy advice = SmartCaptchaPolicy::serviceAdvice();
    static const SmartCaptchaPolicy strict = SmartCaptchaPolicy::strict();
    static const SmartCaptchaPolicy adviceForSite = withHost(advice);
    static const SmartCaptchaPolicy strictForSite = withHost(strict);

    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const SmartCaptchaResult result = judgedUnder(body, advice);
    rule((result.verdict() == Verdict::Human) == saysHuman(body), "Human if and only if the answer says so");
    rule((result.verdict() == Verdict::Undetermined) == (result.error() == Error::BadReply),
         "an answer without a verdict is a BadReply");
    rule(result.verdict() != Verdict::Robot || (!result.isAccepted() && result.error() == Error::NoError),
         "a robot is never accepted");

    if (result.verdict() == Verdict::Undetermined) {
        rule(!judgedUnder(body, strictForSite).isAccepted(), "strict() accepts nobody without a verdict");
        return 0;
    }

    const SmartCaptchaResult strictly = judgedUnder(body, strict);
    rule(strictly.verdict() == result.verdict(), "the policy does not change the verdict");
    rule(strictly.isAccepted()
             == (result.verdict() == Verdict::Human && (result.host().isNull() || !result.host().isEmpty())),
         "strict() accepts a human with a host, or without the field, and nobody else");
    rule(!strictly.isAccepted() || result.isAccepted(), "what strict() accepts, serviceAdvice() accepts");

    const SmartCaptchaResult here = judgedUnder(body, strictForSite);
    rule(here.isAccepted() == (strictly.isAccepted() && isSameHost(result.host(), site)),
         "with a list of hosts, the answer's host is on it");
    const SmartCaptchaResult adviceHere = judgedUnder(body, adviceForSite);
    rule(!here.isAccepted() || adviceHere.isAccepted(),
         "what strict() accepts for a site, so does serviceAdvice()");
    rule(adviceHere.error() != Error::HostNotAllowed || !adviceHere.isAccepted(), "no token of another site");

    checkHost(result.host());
    const QByteArray again = written(result);
    if (again.size() <= maximumAnswerSize)
        rule(judgedUnder(again, advice) == result, "the documented fields decide, and nothing else");

    QString log;
    QDebug(&log) << result;
    for (const QChar c : std::as_const(log))
        rule(c.category() != QChar::Other_Control, "no control characters in a log");
    rule(log.size() < 2000, "a line of a log is short");
    return 0;
}
