// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "qacommand.h"

#include "options/optionset.h"
#include "options/serverkeysource.h"
#include "play/batch.h"
#include "play/stage.h"
#include "process/console.h"
#include "process/termination.h"
#include "report/htmlreport.h"
#include "report/report.h"
#include "scenario/scenarioreader.h"
#include "scenario/vocabulary.h"
#include "shared/commandline.h"
#include "shared/language.h"
#ifdef SMARTCAPTCHA_WITH_WEBDRIVER
#include "drivenbrowser.h"
#include "webdriver/browserkinds.h"
#endif

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtimer.h>
#include <QtCore/qtranslator.h>
#include <QtWidgets/qapplication.h>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

using Qa::Performer;
using Qa::Status;

QString about()
{
    return QStringLiteral(
        "Runs the scenarios of the QA harness without a window: by itself with the emulator, or with a "
        "service\n"
        "and keys. The server key comes from --keychain, --server-key-file or SMARTCAPTCHA_SERVER_KEY.\n"
        "Scenarios that need a person, or another service, are skipped and say so.");
}

void declare(OptionSet &options)
{
    const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
    const auto add = [&](const char *option, const char *value, const char *description) {
        options.addValue(text(option), text(value), text(description));
    };
    const auto addList = [&](const char *option, const char *value, const char *description) {
        options.addList(text(option), text(value), text(description));
    };
    add("service", "URL", "a real service instead of the emulator");
    add("site-key", "K", "its client key, ysc1_...");
    add("origin", "URL", "a site that the client key allows; without one the service's ready page is used");
    ServerKeySource::addOptions(options);
    add("engine", "NAME", "webengine, or browser: a Chromium that the command controls");
    addList("only", "ID", "run this scenario only; may be given several times");
    addList("scenarios", "PATH", "read more scenarios from a file or a folder");
    options.addSwitch(text("list"), text("list the scenarios and exit"));
    add("junit", "FILE", "write a report for CI systems (JUnit XML)");
    add("json", "FILE", "write a report with every event (JSON)");
    add("html", "FILE", "write a report for people, with the pictures of --screenshots in it");
    add("language", "LANG", "en or ru, for what people read in messages and reports (en)");
    add("screenshots", "DIR", "save a picture of the end of each scenario");
}

QStringList engineNames()
{
    QStringList names;
#ifdef SMARTCAPTCHA_WITH_WEBENGINE
    names << QStringLiteral("webengine");
#endif
#ifdef SMARTCAPTCHA_WITH_WEBDRIVER
    names << QStringLiteral("browser");
#endif
    return names;
}

bool write(const QString &name, const QByteArray &content, QString *problem)
{
    QFile file(name);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size()
        && file.flush())
        return true;
    *problem = QStringLiteral("%1 cannot be written: %2").arg(name, file.errorString());
    return false;
}

// Set for the processes that runAtScale() starts, so that they start none themselves.
constexpr const char *scaledProcess = "SMARTCAPTCHA_QA_SCALED";

// Qt fixes the screen's scale at start-up, so scenarios that need another one than @p current run in a
// process of their own.
QList<Qa::ScenarioResult> runAtScale(const Termination &termination, qreal scale, qreal current,
                                     const QList<Qa::Scenario> &scenarios, const QStringList &arguments,
                                     const QString &pictures)
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(QStringLiteral("report.json"));
    QStringList all{QStringLiteral("qa"), QStringLiteral("--json"), report};
    all << arguments;
    for (const Qa::Scenario &scenario : scenarios)
        all << QStringLiteral("--only") << scenario.id;
    if (!pictures.isEmpty())
        all << QStringLiteral("--screenshots") << pictures;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // The environment's factor multiplies the screen's own scale.
    const qreal factor = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"),
                       QString::number((factor > 0 ? factor : 1) * scale / current));
    environment.insert(QString::fromLatin1(scaledProcess), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QObject::connect(&termination, &Termination::requested, &process, &QProcess::terminate);
    QTimer::singleShot(int(scenarios.size()) * 60000 + 60000, &process, &QProcess::kill);
    process.start(QCoreApplication::applicationFilePath(), all);
    loop.exec();
    QFile file(report);
    QList<Qa::ScenarioResult> results;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonArray array =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("results")).toArray();
        for (const QJsonValue &value : array)
            results << Qa::Report::resultOf(value.toObject());
    }
    return results;
}

} // namespace

QString QaCommand::name() const
{
    return QStringLiteral("qa");
}

QString QaCommand::summary() const
{
    return QStringLiteral("run the scenarios of the QA harness without a window");
}

bool QaCommand::showsWidgets(const QStringList &arguments) const
{
    return !CommandLine::isAnsweredInWords(arguments) && !arguments.contains(QLatin1String("--list"));
}

int QaCommand::run(const QStringList &arguments)
{
    OptionSet options(name(), about());
    declare(options);
    if (const auto status = options.parse(arguments))
        return *status;
    const auto given = [&options](const char *option) { return options.value(QString::fromLatin1(option)); };

    const QStringList languages = Language::codes();
    const QString language = options.value(QStringLiteral("language"), languages.constFirst());
    if (!languages.contains(language)) {
        Console::fail(QStringLiteral("--language can be %1").arg(Language::codesInWords()));
        return WrongUsage;
    }
    const QStringList engines = engineNames();
    const QString engine = options.value(QStringLiteral("engine"), engines.constFirst());
    if (!engines.contains(engine)) {
        Console::fail(QStringLiteral("--engine can be %1").arg(engines.join(QLatin1String(" or "))));
        return WrongUsage;
    }
    const QLocale locale(language);
    // English has a translation file as well, for its plural forms.
    QTranslator texts;
    if (texts.load(QStringLiteral(":/smartcaptcha/i18n/smartcaptcha_qa_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&texts);

    Qa::ScenarioReader::Content content = Qa::ScenarioReader::builtIn();
    const QStringList paths = options.values(QStringLiteral("scenarios"));
    for (const QString &path : paths)
        Qa::ScenarioReader::append(content, Qa::ScenarioReader::readPath(path));
    if (!content.problems.isEmpty()) {
        for (const Qa::ScenarioProblem &problem : std::as_const(content.problems))
            Console::fail(problem.toString());
        return WrongUsage;
    }

    if (options.isSet(QStringLiteral("list"))) {
        for (const Qa::Scenario &scenario : std::as_const(content.scenarios)) {
            QStringList by;
            for (const Performer performer : scenario.performers)
                by << Qa::Vocabulary::wordFor(performer);
            Console::print(QStringLiteral("%1  %2  %3")
                               .arg(scenario.id, -32)
                               .arg(by.join(QLatin1Char(',')), -16)
                               .arg(scenario.title.in(locale)));
        }
        return Success;
    }

    if (!qobject_cast<QApplication *>(QCoreApplication::instance())) {
        Console::fail(QStringLiteral("--help, --version and --list are no values of other options"));
        return WrongUsage;
    }

    QList<Qa::Scenario> chosen = content.scenarios;
    const QStringList only = options.values(QStringLiteral("only"));
    if (!only.isEmpty()) {
        for (const QString &id : only) {
            const auto same = [&](const Qa::Scenario &scenario) { return scenario.id == id; };
            if (std::none_of(chosen.cbegin(), chosen.cend(), same)) {
                Console::fail(
                    QStringLiteral("there is no scenario '%1'; smartcaptcha qa --list lists them").arg(id));
                return WrongUsage;
            }
        }
        chosen.removeIf([&](const Qa::Scenario &scenario) { return !only.contains(scenario.id); });
    }

    Qa::Profile profile;
    QStringList forChildren;
    if (options.isSet(QStringLiteral("service")) || options.isSet(QStringLiteral("site-key"))) {
        if (engine == QLatin1String("browser")) {
            Console::fail(QStringLiteral(
                "--engine browser works with the emulator only: the browser is kept from everything else"));
            return WrongUsage;
        }
        profile.emulator = false;
        profile.name = QStringLiteral("command line");
        if (options.isSet(QStringLiteral("service")))
            profile.service = SmartCaptchaService(QUrl(given("service")));
        profile.siteKey = given("site-key");
        profile.pageOrigin = QUrl(given("origin"));
        SmartCaptchaOptions check(profile.siteKey);
        check.setService(profile.service);
        check.setPageOrigin(profile.pageOrigin);
        const QStringList problems = check.problems();
        if (!problems.isEmpty()) {
            Console::fail(problems.constFirst());
            return WrongUsage;
        }
        const ServerKeySource::Found found = ServerKeySource::find(options);
        if (!found.problem.isEmpty()) {
            Console::fail(found.problem);
            return WrongUsage;
        }
        profile.serverKey = found.key;
        for (const char *option : {"service", "site-key", "origin", "keychain", "server-key-file"}) {
            if (options.isSet(QString::fromLatin1(option)))
                forChildren << QStringLiteral("--") + QString::fromLatin1(option) << given(option);
        }
    } else {
        profile.name = QStringLiteral("emulator");
    }
    for (const QString &path : paths)
        forChildren << QStringLiteral("--scenarios") << path;
    forChildren << QStringLiteral("--language") << language << QStringLiteral("--engine") << engine;

#ifdef Q_OS_UNIX
    if (engine == QLatin1String("webengine") && geteuid() == 0
        && !qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX")) {
        Console::fail(
            QStringLiteral("as root, Qt WebEngine needs QTWEBENGINE_DISABLE_SANDBOX=1 in the environment"));
        return WrongUsage;
    }
#endif
    const QString pictures = given("screenshots");
    if (!pictures.isEmpty() && !QDir().mkpath(pictures)) {
        Console::fail(QStringLiteral("the folder %1 cannot be made").arg(pictures));
        return WrongUsage;
    }

    // Now, and not after minutes of testing.
    for (const char *option : {"junit", "json", "html"}) {
        const QFileInfo file(given(option));
        const QFileInfo target(file.exists() ? file.filePath() : file.absolutePath());
        if (options.isSet(QString::fromLatin1(option)) && (file.isDir() || !target.isWritable())) {
            Console::fail(QStringLiteral("%1 cannot be written").arg(file.filePath()));
            return WrongUsage;
        }
    }

    QString problem;
#ifdef SMARTCAPTCHA_WITH_WEBDRIVER
    std::unique_ptr<DrivenBrowser> browser;
    if (engine == QLatin1String("browser")) {
        browser = std::make_unique<DrivenBrowser>();
        WebDriverEngine::Kind kind = BrowserKinds::chromium(false);
        // A page of a fault may never have loaded.
        kind.capabilities.insert(QStringLiteral("pageLoadStrategy"), QStringLiteral("none"));
        problem = browser->start(kind);
        if (!problem.isEmpty()) {
            Console::fail(QStringLiteral("the browser cannot be started: %1").arg(problem));
            return WrongUsage;
        }
    }
#endif
    Qa::Stage stage;
#ifdef SMARTCAPTCHA_WITH_WEBDRIVER
    stage.setBrowser(browser.get());
#endif
    if (!stage.setProfile(profile, &problem)) {
        Console::fail(problem);
        return WrongUsage;
    }

    Qa::Report report;
    report.profile = profile.name;
    report.service = stage.profile().service.baseUrl().toString();
    report.began = QDateTime::currentDateTime();
    for (const Qa::Scenario &scenario : std::as_const(chosen))
        report.scenarios.insert(scenario.id, scenario);

    const qreal scale = stage.devicePixelRatioF();
    const bool scaled = qEnvironmentVariableIsSet(scaledProcess);
    const auto isForHere = [scale, scaled](const Qa::Scenario &scenario) {
        return scaled || scenario.canBeShownAt(scale);
    };
    QList<Qa::Scenario> here = chosen;
    QMap<qreal, QList<Qa::Scenario>> elsewhere;
    for (const Qa::Scenario &scenario : std::as_const(chosen)) {
        if (!isForHere(scenario))
            elsewhere[*scenario.settings.scale] << scenario;
    }
    here.removeIf([&](const Qa::Scenario &scenario) { return !isForHere(scenario); });

    const Termination termination;
    Qa::Batch batch(here, &stage, profile.emulator ? Performer::Emulator : Performer::Service);
    batch.setPictureFolder(pictures);
    QObject::connect(&termination, &Termination::requested, &batch, &Qa::Batch::stop);
    QObject::connect(&batch, &Qa::Batch::scenarioFinished, &batch, [&](const Qa::ScenarioResult &result) {
        if (report.engine.isEmpty())
            report.engine = stage.engine();
        Console::print(Qa::Report::lineFor(result));
    });
    QObject::connect(&batch, &Qa::Batch::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    // A scenario may close the window.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    batch.start();
    QCoreApplication::exec();
    report.results = batch.results();
    report.failLost(here, QStringLiteral("the program was ended before there was a result"));
    for (auto it = elsewhere.cbegin(); it != elsewhere.cend(); ++it) {
        const qsizetype before = report.results.size();
        if (batch.isStopped()) {
            for (const Qa::Scenario &scenario : it.value())
                report.results << Qa::Batch::untried(scenario);
        } else {
            report.results << runAtScale(termination, it.key(), scale, it.value(), forChildren, pictures);
            report.failLost(it.value(),
                            QStringLiteral("the process for a screen at %1 % ended without a report")
                                .arg(qRound(it.key() * 100)));
        }
        for (const Qa::ScenarioResult &result : report.results.mid(before))
            Console::print(Qa::Report::lineFor(result));
    }
    report.milliseconds = report.began.msecsTo(QDateTime::currentDateTime());

    for (const auto &[option, text] :
         {std::pair{"junit", report.toJUnit()}, std::pair{"json", report.toJson()},
          std::pair{"html", Qa::HtmlReport::make(report, locale, pictures)}}) {
        if (options.isSet(QString::fromLatin1(option)) && !write(given(option), text, &problem)) {
            Console::fail(problem);
            return WrongUsage;
        }
    }
    Console::print(QStringLiteral("%1 passed, %2 failed, %3 skipped, %4 stopped in %5 s (%6, %7)")
                       .arg(report.count(Status::Passed))
                       .arg(report.count(Status::Failed))
                       .arg(report.count(Status::Skipped))
                       .arg(report.count(Status::Stopped))
                       .arg(double(report.milliseconds) / 1000, 0, 'f', 1)
                       .arg(report.service, report.engine));
    if (report.count(Status::Skipped) == report.results.size()) {
        Console::fail(QStringLiteral("nothing was tested, because every scenario was skipped"));
        return Failure;
    }
    return report.passed() ? Success : Failure;
}
