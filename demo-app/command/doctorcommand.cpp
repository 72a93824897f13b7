// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "doctorcommand.h"

#include "doctor/check.h"
#include "doctor/enginecheck.h"
#include "doctor/serviceprobe.h"
#include "doctor/softwarechecks.h"
#include "doctor/systemchecks.h"
#include "options/optionset.h"
#include "options/serviceoption.h"
#include "process/console.h"
#include "shared/oneline.h"

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
#include "options/keychain.h"
#endif

#include <SmartCaptcha/SmartCaptchaService>

#include <QtCore/qeventloop.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Doctor;

namespace {

// All of this runs at the same time, so the longest deadline bounds the whole command.
constexpr int networkDeadline = 4000;
constexpr int keychainDeadline = 3000;
constexpr int engineDeadline = 15000;

QString about()
{
    return QStringLiteral(
        "Says whether this machine can show a captcha: what is installed, what the system allows,\n"
        "whether a captcha of the emulator can be shown, in a window that nobody sees, what a screen\n"
        "reader finds in it, and whether the service can be reached. It takes a few seconds. The exit status "
        "is 0 when a captcha can be shown, 1\n"
        "when it cannot, 2 for wrong usage.");
}

QString word(State state)
{
    switch (state) {
    case State::Ok:
        return QStringLiteral("ok");
    case State::Warning:
        return QStringLiteral("warning");
    case State::Problem:
        break;
    }
    return QStringLiteral("problem");
}

/// Probes all addresses of @p service at the same time.
class ServiceExamination {
public:
    explicit ServiceExamination(const SmartCaptchaService &service)
    {
        const QList<QUrl> addresses = service.baseUrls();
        for (const QUrl &address : addresses)
            m_probes.push_back(std::make_unique<ServiceProbe>(address, networkDeadline));
    }

    Checks checks()
    {
        for (const auto &probe : m_probes) {
            QEventLoop loop;
            QObject::connect(probe.get(), &ServiceProbe::ended, &loop, &QEventLoop::quit);
            if (!probe->hasEnded())
                loop.exec();
        }
        const bool anyReachable = std::any_of(m_probes.cbegin(), m_probes.cend(),
                                              [](const auto &probe) { return probe->isReachable(); });
        Checks all;
        for (const auto &probe : m_probes)
            all += probe->checks(anyReachable);
        return all;
    }

private:
    std::vector<std::unique_ptr<ServiceProbe>> m_probes;
};

#ifdef SMARTCAPTCHA_WITH_KEYSTORE

Check keychainCheck(const SmartCaptchaKeyStoreResult &result)
{
    using Status = SmartCaptchaKeyStoreResult::Status;
    const QString id = QStringLiteral("keychain");
    const QString title = QStringLiteral("Keychain");
    if (result.status() == Status::Ok || result.status() == Status::NotFound)
        return {id, title, State::Ok, QStringLiteral("it answers"), {}};
    return {id, title, State::Warning, QStringLiteral("it cannot be used: %1").arg(result.details()),
            QStringLiteral("only who tests needs one, to keep server keys; unlock or start it (on Debian: "
                           "apt-get install gnome-keyring)")};
}

#endif

QString asText(const Checks &checks, bool canShow)
{
    QStringList lines;
    for (const Check &check : checks) {
        lines << QStringLiteral("%1  %2  %3")
                     .arg(word(check.state), -7)
                     .arg(check.title, -13)
                     .arg(onOneLine(check.text));
        if (!check.advice.isEmpty())
            lines << QString(24, QLatin1Char(' ')) + QStringLiteral("-> ") + check.advice;
    }
    lines << QString();
    const auto problems = std::count_if(checks.cbegin(), checks.cend(),
                                        [](const Check &check) { return check.state == State::Problem; });
    lines << (canShow ? QStringLiteral("A captcha can be shown here.")
                      : QStringLiteral("%1 %2 found, see above. People may not see a captcha here.")
                            .arg(problems)
                            .arg(problems == 1 ? QStringLiteral("problem") : QStringLiteral("problems")));
    return lines.join(QLatin1Char('\n'));
}

QString asJson(const Checks &checks, bool canShow)
{
    QJsonArray array;
    for (const Check &check : checks)
        array.append(QJsonObject{{QStringLiteral("id"), check.id},
                                 {QStringLiteral("title"), check.title},
                                 {QStringLiteral("state"), word(check.state)},
                                 {QStringLiteral("text"), check.text},
                                 {QStringLiteral("advice"), check.advice}});
    const QJsonObject object{{QStringLiteral("canShow"), canShow}, {QStringLiteral("checks"), array}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString DoctorCommand::name() const
{
    return QStringLiteral("doctor");
}

QString DoctorCommand::summary() const
{
    return QStringLiteral("say whether this machine can show a captcha");
}

int DoctorCommand::run(const QStringList &arguments)
{
    OptionSet options(name(), about());
    options.addValue(QStringLiteral("service"), QStringLiteral("URL"),
                     QStringLiteral("the service's base address, for instance an emulator's"));
    options.addSwitch(QStringLiteral("offline"), QStringLiteral("do not use the network"));
    options.addSwitch(QStringLiteral("json"), QStringLiteral("print the result as one JSON object"));
    if (const auto status = options.parse(arguments))
        return *status;
    const auto wrong = [this](const QString &what) {
        Console::fail(name() + QStringLiteral(": ") + what);
        return WrongUsage;
    };
    const bool offline = options.isSet(QStringLiteral("offline"));
    if (offline && options.isSet(QStringLiteral("service")))
        return wrong(QStringLiteral("--service and --offline exclude each other"));
    const auto [service, problem] = ServiceOption::find(options);
    if (!problem.isEmpty())
        return wrong(problem);

    const Checks system = systemChecks();
    const bool hasDisplay = std::none_of(system.cbegin(), system.cend(), [](const Check &check) {
        return check.id == QLatin1String("display") && check.state == State::Problem;
    });
    EngineCheck engine(hasDisplay);
    std::unique_ptr<ServiceExamination> network;
    if (!offline)
        network = std::make_unique<ServiceExamination>(service);
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
    SmartCaptchaKeyStore store;
    store.setTimeout(keychainDeadline);
    const auto keychain = store.read(QStringLiteral("smartcaptcha doctor"));
#endif
    Checks checks = softwareChecks() + system;
    if (network)
        checks += network->checks();
    else
        checks << Check{QStringLiteral("network"),
                        QStringLiteral("Network"),
                        State::Ok,
                        QStringLiteral("not asked (--offline)"),
                        {}};
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
    checks << keychainCheck(Keychain::ended(keychain));
#endif
    checks += engine.checks(engineDeadline);
    // A captcha that was shown outweighs what was inferred.
    for (Check &check : checks) {
        if (check.isGuess && check.state == State::Problem && engine.hasShown())
            check.state = State::Warning;
    }

    const bool canShow = std::none_of(checks.cbegin(), checks.cend(),
                                      [](const Check &check) { return check.state == State::Problem; });
    Console::print(options.isSet(QStringLiteral("json")) ? asJson(checks, canShow) : asText(checks, canShow));
    return canShow ? Success : Failure;
}
