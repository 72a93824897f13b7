// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "solvecommand.h"

#include "options/optionset.h"
#include "options/serviceoption.h"
#include "process/console.h"
#include "process/termination.h"
#include "shared/enumword.h"
#include "shared/oneline.h"

#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qeventloop.h>
#include <QtCore/qfuturewatcher.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qlocale.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurlquery.h>

#include <chrono>

namespace {

constexpr int maximumTimeout = 24 * 3600; // seconds

QString about()
{
    return QStringLiteral(
        "Opens the captcha in your browser and writes the token to standard output:\n"
        "\n"
        "    smartcaptcha solve --site-key K | smartcaptcha verify --token -\n"
        "\n"
        "The page is served by this program, at 127.0.0.1, so the captcha's list of hosts must contain\n"
        "127.0.0.1. With --origin the page is one of your own site instead, which brings the token back;\n"
        "see docs/browser.md. The address stands on standard error, for a browser that does not open by\n"
        "itself. The exit status is 0 when there is a token, 1 when there is none, 2 for wrong usage.");
}

void declare(OptionSet &options)
{
    const auto add = [&options](const char *option, const char *value, const char *description) {
        options.addValue(QString::fromLatin1(option), QString::fromLatin1(value),
                         QString::fromLatin1(description));
    };
    add("site-key", "K", "the captcha's client key");
    add("origin", "U", "the https address of a page on your own site that shows the captcha");
    add("service", "U", "the service's base address, for instance an emulator's");
    add("language", "L", "the language of the captcha and its page, such as ru (that of the system)");
    options.addSwitch(QStringLiteral("no-browser"),
                      QStringLiteral("only print the address, and how to reach it over SSH"));
    add("timeout", "S", "seconds to wait for the person (no limit)");
    options.addSwitch(QStringLiteral("json"), QStringLiteral("print the result as one JSON object"));
}

/// What to show, or one line that says what is wrong with the options.
struct Asked {
    SmartCaptchaOptions options;
    QString problem;
};

Asked askedFor(const OptionSet &given)
{
    const auto value = [&given](const char *name) { return given.value(QString::fromLatin1(name)); };
    Asked asked;
    asked.options = SmartCaptchaOptions(value("site-key"));
    const auto [service, problem] = ServiceOption::find(given);
    if (!problem.isEmpty())
        return {{}, problem};
    asked.options.setService(service);
    if (given.isSet(QStringLiteral("language")))
        asked.options.setLanguage(value("language"));
    if (given.isSet(QStringLiteral("origin"))) {
        asked.options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        asked.options.setPageUrl(QUrl(value("origin"), QUrl::StrictMode));
    }
    asked.problem = asked.options.problems().join(QLatin1Char(' '));
    return asked;
}

void explain(const QUrl &address, bool forSsh)
{
    const QString text = address.toString(QUrl::FullyEncoded);
    const QUrl returning = address.fragment().isEmpty()
        ? address
        : QUrl(QUrlQuery(address.fragment()).queryItemValue(QStringLiteral("return"), QUrl::FullyDecoded));
    QString message = QStringLiteral("Open this address in a browser on this computer:\n    %1").arg(text);
    if (forSsh)
        message += QStringLiteral("\nOver SSH, forward the port first, on the computer with the browser:\n"
                                  "    ssh -L %1:127.0.0.1:%1 THIS-COMPUTER")
                       .arg(returning.port());
    Console::tell(message);
}

QString asJson(const SmartCaptchaTokenResult &result, const QString &cause)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("token"), result.token().value()},
                                                       {QStringLiteral("error"), cause}})
                                 .toJson(QJsonDocument::Compact));
}

} // namespace

QString SolveCommand::name() const
{
    return QStringLiteral("solve");
}

QString SolveCommand::summary() const
{
    return QStringLiteral("get a token from a person, in the browser");
}

int SolveCommand::run(const QStringList &arguments)
{
    OptionSet options(name(), about());
    declare(options);
    if (const auto status = options.parse(arguments))
        return *status;
    const auto wrong = [this](const QString &what) {
        Console::fail(name() + QStringLiteral(": ") + what);
        return WrongUsage;
    };
    if (!options.isSet(QStringLiteral("site-key")))
        return wrong(QStringLiteral("--site-key is missing"));
    const Asked asked = askedFor(options);
    if (!asked.problem.isEmpty())
        return wrong(asked.problem);
    int seconds = 0;
    if (options.isSet(QStringLiteral("timeout"))) {
        bool isNumber = false;
        seconds = options.value(QStringLiteral("timeout")).toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > maximumTimeout)
            return wrong(QStringLiteral("--timeout is a number of seconds from 1 to %1").arg(maximumTimeout));
    }
    return solve(
        asked.options,
        {!options.isSet(QStringLiteral("no-browser")), seconds, options.isSet(QStringLiteral("json"))});
}

int SolveCommand::solve(const SmartCaptchaOptions &captcha, const Manner &manner)
{
    // For the page in the browser. What this program prints is English, as with the other commands.
    SmartCaptcha::installTranslator(QLocale(captcha.effectiveLanguage()));
    SmartCaptchaBrowserRequest request(captcha);
    const bool prints = !manner.opensBrowser;
    request.setOpensBrowser(manner.opensBrowser);
    QObject::connect(&request, &SmartCaptchaBrowserRequest::started, &request,
                     [prints](const QUrl &address) { explain(address, prints); });
    const Termination termination;
    QObject::connect(&termination, &Termination::requested, &request, &SmartCaptchaBrowserRequest::cancel);
    bool late = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &request, [&] {
        late = true;
        request.cancel();
    });
    if (manner.seconds > 0)
        limit.start(std::chrono::seconds(manner.seconds));

    QFutureWatcher<SmartCaptchaTokenResult> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(request.start());
    loop.exec();
    const SmartCaptchaTokenResult result = watcher.result();
    QString cause = QStringLiteral("noError");
    QString problem;
    if (late && result.status() == SmartCaptchaTokenResult::Status::Cancelled) {
        cause = QStringLiteral("timeout");
        problem = QStringLiteral("nobody solved the captcha within %1 s").arg(manner.seconds);
    } else if (result.status() == SmartCaptchaTokenResult::Status::Cancelled) {
        cause = QStringLiteral("cancelled");
        problem = QStringLiteral("the check was cancelled");
    } else if (!result.isOk()) {
        cause = wordFor(result.error().code());
        problem = QStringLiteral("%1: %2").arg(cause, onOneLine(result.error().details()));
    }
    if (manner.json)
        Console::print(asJson(result, cause));
    else if (result.isOk())
        Console::print(result.token().value());
    if (!problem.isEmpty())
        Console::fail(name() + QStringLiteral(": ") + problem);
    return result.isOk() ? Success : Failure;
}
