// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "qacommand.h"

#include "options/optionset.h"
#include "options/serverkeysource.h"
#include "play/batch.h"
#include "play/stage.h"
#include "process/console.h"
#include "process/termination.h"
#include "qashare.h"
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
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qhash.h>
#include <QtCore/qmap.h>
#include <QtCore/qthread.h>
#include <QtCore/qtranslator.h>
#include <QtWidgets/qapplication.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

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
    add("jobs", "N",
        "the number of processes that run them, 1 to 16; default: with the emulator, one more than there\n"
        "are processors, but at most 4, fewer for a short list; with a service, 1");
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

// How many processes share the scenarios unless --jobs says so: they mostly wait, so there are more of them
// than processors, but each takes some seconds to start, and memory.
int usualJobs(qsizetype scenarios, bool emulator)
{
    constexpr int most = 4;
    constexpr int worthIt = 12; // scenarios for each
    // A real service may not like to be asked that often.
    if (!emulator)
        return 1;
    return std::clamp(int(scenarios / worthIt), 1, std::min(QThread::idealThreadCount() + 1, most));
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
        const ServerKeySource::Found found = QaShare::isInOne()
            ? ServerKeySource::Found{QaShare::receiveKey(), {}}
            : ServerKeySource::find(options);
        if (!found.problem.isEmpty()) {
            Console::fail(found.problem);
            return WrongUsage;
        }
        profile.serverKey = found.key;
        for (const char *option : {"service", "site-key", "origin"}) {
            if (options.isSet(QString::fromLatin1(option)))
                forChildren << QStringLiteral("--") + QString::fromLatin1(option) << given(option);
        }
    } else {
        profile.name = QStringLiteral("emulator");
    }
    for (const QString &path : paths)
        forChildren << QStringLiteral("--scenarios") << path;
    forChildren << QStringLiteral("--language") << language << QStringLiteral("--engine") << engine;
    std::optional<int> jobs;
    if (options.isSet(QStringLiteral("jobs"))) {
        bool isNumber = false;
        jobs = given("jobs").toInt(&isNumber);
        if (!isNumber || *jobs < 1 || *jobs > 16) {
            Console::fail(QStringLiteral("--jobs is a number from 1 to 16"));
            return WrongUsage;
        }
    }

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

    if (!pictures.isEmpty())
        forChildren << QStringLiteral("--screenshots") << pictures;

    // Now, and not after minutes of testing.
    for (const char *option : {"junit", "json", "html"}) {
        const QFileInfo file(given(option));
        const QFileInfo target(file.exists() ? file.filePath() : file.absolutePath());
        if (options.isSet(QString::fromLatin1(option)) && (file.isDir() || !target.isWritable())) {
            Console::fail(QStringLiteral("%1 cannot be written").arg(file.filePath()));
            return WrongUsage;
        }
    }

    // Whoever stops the command from now on gets the reports, even if it is only starting.
    const Termination termination;
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

    const Performer performer = profile.emulator ? Performer::Emulator : Performer::Service;
    // Qt fixes the screen's scale at start-up, so scenarios that need another one run in a process of their
    // own, if they run at all. All others are dealt out like cards, because neighbours take equally long.
    const qreal scale = stage.devicePixelRatioF();
    QMap<qreal, QList<Qa::Scenario>> scaled;
    std::vector<QList<Qa::Scenario>> dealt(1);
    int atATime = 1;
    if (QaShare::isInOne()) {
        dealt.front() = chosen;
    } else {
        QList<Qa::Scenario> usual;
        for (const Qa::Scenario &scenario : std::as_const(chosen)) {
            if (!scenario.canBeShownAt(scale) && scenario.canBePerformedBy(performer)
                && scenario.canBeShownIn(stage.usualEngine()))
                scaled[*scenario.settings.scale] << scenario;
            else
                usual << scenario;
        }
        atATime = jobs.value_or(usualJobs(usual.size(), profile.emulator));
        dealt.resize(size_t(std::clamp(int(usual.size()), 1, atATime)));
        for (qsizetype i = 0; i < usual.size(); ++i)
            dealt[size_t(i) % dealt.size()] << usual.at(i);
    }

    Qa::Batch batch(dealt.front(), &stage, performer);
    batch.setPictureFolder(pictures);
    QObject::connect(&termination, &Termination::requested, &batch, &Qa::Batch::stop);
    const auto print = [](const Qa::ScenarioResult &result) { Console::print(Qa::Report::lineFor(result)); };
    const auto handOver = [&batch](const Qa::ScenarioResult &result) {
        // Whoever reads it may have crashed.
        if (!QaShare::handOver(result))
            batch.stop();
    };
    if (QaShare::isInOne()) {
        QObject::connect(&batch, &Qa::Batch::scenarioFinished, &batch, handOver);
        QObject::connect(&batch, &Qa::Batch::scenarioPictured, &batch, handOver);
    } else {
        QObject::connect(&batch, &Qa::Batch::scenarioFinished, &batch, print);
        QObject::connect(&batch, &Qa::Batch::scenarioFinished, &batch, [&] {
            if (report.engine.isEmpty())
                report.engine = stage.engine();
        });
    }
    std::vector<std::unique_ptr<QaShare>> shares;
    size_t begun = 0;
    int running = 1; // the batch
    const auto startMore = [&] {
        for (; running < atATime && begun < shares.size(); ++running)
            shares[begun++]->start(forChildren, profile.serverKey);
    };
    const auto oneIsDone = [&] {
        --running;
        startMore();
        if (running == 0)
            QCoreApplication::quit();
    };
    QObject::connect(&batch, &Qa::Batch::finished, &batch, oneIsDone, Qt::QueuedConnection);
    const auto addShare = [&](const QList<Qa::Scenario> &scenarios, qreal factor) {
        shares.push_back(std::make_unique<QaShare>(scenarios));
        QaShare *const share = shares.back().get();
        share->setScale(factor);
        QObject::connect(&termination, &Termination::requested, share, &QaShare::stop);
        QObject::connect(share, &QaShare::scenarioFinished, share, print);
        QObject::connect(share, &QaShare::finished, share, oneIsDone, Qt::QueuedConnection);
    };
    for (size_t i = 1; i < dealt.size(); ++i)
        addShare(dealt.at(i), 1);
    for (auto it = scaled.cbegin(); it != scaled.cend(); ++it)
        addShare(it.value(), it.key() / scale);
    startMore();
    // A scenario may close the window.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    batch.start();
    QCoreApplication::exec();
    if (QaShare::isInOne())
        return Success;
    report.results = batch.results();
    for (const auto &share : shares)
        report.results << share->results();
    report.failLost(chosen, QStringLiteral("the program was ended before there was a result"));
    // In the order of the scenarios, whoever ran them.
    QHash<QString, qsizetype> places;
    for (const Qa::Scenario &scenario : std::as_const(chosen))
        places.insert(scenario.id, places.size());
    std::sort(report.results.begin(), report.results.end(),
              [&places](const Qa::ScenarioResult &a, const Qa::ScenarioResult &b) {
                  return places.value(a.id) < places.value(b.id);
              });
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
