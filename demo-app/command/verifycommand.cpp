// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "verifycommand.h"

#include "options/optionset.h"
#include "options/serverkeysource.h"
#include "options/serviceoption.h"
#include "process/console.h"
#include "process/standardinput.h"
#include "shared/enumword.h"
#include "shared/oneline.h"

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qmetaobject.h>
#include <QtNetwork/qhostaddress.h>

namespace {

constexpr int maximumTimeout = 600000;
constexpr qint64 maximumInput = 65536;

QString about()
{
    return QStringLiteral(
        "Asks the service whether the person behind a token passed. The server key comes from\n"
        "the keychain, a file or the environment variable SMARTCAPTCHA_SERVER_KEY, never from an\n"
        "argument. The exit status is 0 when the token is accepted, 1 when it is not, 2 for wrong\n"
        "usage or configuration.");
}

void declare(OptionSet &options)
{
    const auto add = [&options](const char *option, const char *value, const char *description) {
        options.addValue(QString::fromLatin1(option), QString::fromLatin1(value),
                         QString::fromLatin1(description));
    };
    add("token", "T", "the token; - reads it from standard input");
    add("ip", "IP", "the address of the person, which helps the service to judge");
    add("service", "URL", "the service's base address, for instance an emulator's");
    add("backend", "URL", "ask this backend of your own instead, without a key");
    add("policy", "advice|strict",
        "when the service cannot be asked: accept (the default without --backend), or not");
    options.addList(QStringLiteral("allow-host"), QStringLiteral("H"),
                    QStringLiteral("accept tokens of this site only; may be given several times"));
    add("timeout", "MS", "milliseconds that the request may take, from 1 to 600000 (5000)");
    add("method", "post|get", "how to ask; get is for old set-ups (post)");
    ServerKeySource::addOptions(options);
    options.addSwitch(QStringLiteral("json"), QStringLiteral("print the result as one JSON object"));
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

// The rule of SmartCaptchaVerifier::setBackendUrl(), checked before a request is made.
bool isUsableBackend(const QUrl &url)
{
    const bool secure = url.scheme() == QLatin1String("https");
    const bool local = url.scheme() == QLatin1String("http") && isLoopback(url.host());
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && (secure || local);
}

/// Sets what is accepted: by default what the verifier does by itself, which knows whether it has a backend.
/// Returns what is wrong with the options, or an empty string.
QString configurePolicy(SmartCaptchaVerifier &verifier, const OptionSet &options)
{
    SmartCaptchaPolicy policy = verifier.policy();
    if (options.isSet(QStringLiteral("policy"))) {
        const QString name = options.value(QStringLiteral("policy"));
        if (name == QLatin1String("strict"))
            policy = SmartCaptchaPolicy::strict();
        else if (name == QLatin1String("advice"))
            policy = SmartCaptchaPolicy::serviceAdvice();
        else
            return QStringLiteral("--policy is advice or strict");
    }
    const QStringList hosts = options.values(QStringLiteral("allow-host"));
    for (const QString &host : hosts) {
        SmartCaptchaPolicy probe;
        probe.setAllowedHosts({host});
        if (!probe.isHostAllowed(host))
            return QStringLiteral("--allow-host '%1' is not the name of a host").arg(host);
    }
    policy.setAllowedHosts(hosts);
    verifier.setPolicy(policy);
    return {};
}

/// Applies the options to @p verifier. Returns what is wrong with them, or an empty string.
QString configure(SmartCaptchaVerifier &verifier, const OptionSet &options)
{
    const auto value = [&options](const char *name) { return options.value(QString::fromLatin1(name)); };
    const auto given = [&options](const char *name) { return options.isSet(QString::fromLatin1(name)); };

    if (value("method") == QLatin1String("get"))
        verifier.setMethod(SmartCaptchaVerifier::Method::Get); // smartcaptcha-lint: ignore SCQT004
    else if (given("method") && value("method") != QLatin1String("post"))
        return QStringLiteral("--method is post or get");

    if (given("timeout")) {
        bool isNumber = false;
        const int timeout = value("timeout").toInt(&isNumber);
        if (!isNumber || timeout < 1 || timeout > maximumTimeout)
            return QStringLiteral("--timeout is a number of milliseconds from 1 to 600000");
        verifier.setTimeout(timeout);
    }

    if (given("ip") && QHostAddress(value("ip")).isNull())
        return QStringLiteral("--ip is not an IP address");

    const ServiceOption::Found asked = ServiceOption::find(options);
    if (!asked.problem.isEmpty())
        return asked.problem;
    verifier.setService(asked.service);

    if (given("backend")) {
        for (const char *other : {"service", "keychain", "server-key-file"}) {
            if (given(other))
                return QStringLiteral("--backend and --%1 exclude each other").arg(QLatin1String(other));
        }
        if (verifier.method() == SmartCaptchaVerifier::Method::Get)
            return QStringLiteral("a backend is asked by post only");
        const QUrl backend(value("backend"), QUrl::StrictMode);
        if (!isUsableBackend(backend))
            return QStringLiteral(
                "--backend is not usable: it is an https address, or http on this computer, "
                "without a user name");
        verifier.setBackendUrl(backend);
        return configurePolicy(verifier, options);
    }
    const QString problem = configurePolicy(verifier, options);
    if (!problem.isEmpty())
        return problem;

    const ServerKeySource::Found found = ServerKeySource::find(options);
    verifier.setServerKey(found.key);
    return found.problem;
}

QString readToken(const OptionSet &options)
{
    const QString token = options.value(QStringLiteral("token"));
    if (token != QLatin1String("-"))
        return token;
    // The limit exceeds the length of any token, so a token that is too long is rejected instead of being
    // truncated.
    return QString::fromUtf8(StandardInput::read(maximumInput)).trimmed();
}

QString asJson(const SmartCaptchaResult &result)
{
    QJsonObject object{
        {QStringLiteral("verdict"), wordFor(result.verdict())},
        {QStringLiteral("accepted"), result.isAccepted()},
        {QStringLiteral("error"), wordFor(result.error())},
        {QStringLiteral("host"), result.host()},
        {QStringLiteral("message"), result.message()},
        {QStringLiteral("httpStatus"), result.httpStatus()},
        {QStringLiteral("elapsedMs"), result.elapsed()},
    };
    // A missing host and an empty one are different answers.
    if (result.host().isNull())
        object.insert(QStringLiteral("host"), QJsonValue::Null);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString asLines(const SmartCaptchaResult &result)
{
    QStringList lines;
    const auto add = [&lines](const char *name, const QString &value) {
        lines.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(name), -9).arg(onOneLine(value)));
    };
    add("verdict", wordFor(result.verdict()));
    add("accepted", result.isAccepted() ? QStringLiteral("yes") : QStringLiteral("no"));
    if (result.error() != SmartCaptchaResult::Error::NoError)
        add("error", wordFor(result.error()));
    if (!result.details().isEmpty())
        add("details", result.details());
    if (!result.host().isNull())
        add("host", result.host().isEmpty() ? QStringLiteral("(empty)") : result.host());
    if (!result.message().isEmpty())
        add("message", result.message());
    if (result.httpStatus() != 0)
        add("status", QString::number(result.httpStatus()));
    add("time", QString::number(result.elapsed()) + QStringLiteral(" ms"));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString VerifyCommand::name() const
{
    return QStringLiteral("verify");
}

QString VerifyCommand::summary() const
{
    return QStringLiteral("ask the service, or a backend, about a token");
}

int VerifyCommand::run(const QStringList &arguments)
{
    OptionSet options(name(), about());
    declare(options);
    if (const auto status = options.parse(arguments))
        return *status;
    const auto wrong = [this](const QString &what) {
        Console::fail(name() + QStringLiteral(": ") + what);
        return WrongUsage;
    };
    if (!options.isSet(QStringLiteral("token")))
        return wrong(QStringLiteral("--token is missing"));
    SmartCaptchaVerifier verifier;
    const QString problem = configure(verifier, options);
    if (!problem.isEmpty())
        return wrong(problem);
    const QString token = readToken(options);
    if (token.isEmpty())
        return wrong(QStringLiteral("there is no token on standard input"));
    return ask(verifier, token, options.value(QStringLiteral("ip")), options.isSet(QStringLiteral("json")));
}

int VerifyCommand::ask(SmartCaptchaVerifier &verifier, const QString &token, const QString &ip, bool json)
{
    SmartCaptchaResult result;
    QEventLoop loop;
    const SmartCaptchaReply *reply = verifier.verify(token, ip);
    QObject::connect(reply, &SmartCaptchaReply::finished, &loop, [&](const SmartCaptchaResult &answer) {
        result = answer; // clazy:exclude=lambda-in-connect ; it outlives the loop
        loop.quit();
    });
    loop.exec();
    // The answer comes from outside and might contain the key.
    const QString output = json ? asJson(result) : asLines(result);
    const SmartCaptchaServerKey key = verifier.serverKey();
    Console::print(key.isNull() ? output : QString(output).replace(key.secretValue(), key.redacted()));
    return result.isAccepted() ? Success : Failure;
}
