// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How long it takes from making a captcha until its button can be pressed, and with a bare view of the same
// engine that shows the same page; the first time in a process, and later. How long it takes from execute()
// to the challenge, after preload(), after load() and without either, and what memory the two cost.
//
// Both programs hear of the button at the same point: the captcha is Ready; the page of the bare view has a
// script that sees when the button's frame becomes visible, and says so in the console, the fastest way out
// of a page. The engine is linked to the program, so that neither loads it.

#include "captchasite.h"
#include "figures.h"
#include "measuredprocess.h"

#include "attacks/effects.h"
#include "endurance/footprint.h"
#include "hosts/hostwindow.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qtextstream.h>
#include <QtWidgets/qapplication.h>

#include <memory>

namespace {

constexpr int warmUps = 3;

double waited(const QElapsedTimer &timer, const bool &done)
{
    if (!eventually([&] { return done; }))
        qFatal("Nothing is ready");
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::unique_ptr<HostWindow> shownWindow(Host host)
{
    auto window = HostWindow::make(host);
    if (!eventually([&] { return window->window()->isExposed(); }))
        qFatal("There is no window");
    letPass(100, "its first frames are drawn");
    return window;
}

double untilCaptchaIsReady(HostWindow &window, const CaptchaSite &site)
{
    bool ready = false;
    QElapsedTimer timer;
    double took = 0;
    timer.start();
    const auto captcha = window.addCaptcha(site.options());
    QObject::connect(captcha.get(), &ShownCaptcha::ready, captcha.get(), [&] {
        took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        ready = true;
    });
    waited(timer, ready);
    return took;
}

double untilBareViewIsReady(HostWindow &window, const CaptchaSite &site)
{
    bool ready = false;
    QElapsedTimer timer;
    double took = 0;
    timer.start();
    const auto view = window.addBareView(site.page([&](const QString &message) {
        if (message != QLatin1String("usable") || ready)
            return;
        took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        ready = true;
    }));
    waited(timer, ready);
    return took;
}

double untilReady(bool isBare, HostWindow &window, const CaptchaSite &site)
{
    return isBare ? untilBareViewIsReady(window, site) : untilCaptchaIsReady(window, site);
}

// What becomes of it is not of interest.
[[noreturn]] void leave()
{
    std::fflush(stdout);
    std::_Exit(0);
}

// ready --child cold HOST BARE ...
void showOnce(Host host, bool isBare, const CaptchaSite &site)
{
    const auto window = shownWindow(host);
    MeasuredProcess::say(QByteArray::number(untilReady(isBare, *window, site)));
    leave();
}

// ready --child warm HOST RUNS ...
void showAgainAndAgain(Host host, int runs, const CaptchaSite &site)
{
    const auto window = shownWindow(host);
    for (int run = -warmUps; run < runs; ++run) {
        // In turn, beginning with the other one each time.
        for (const bool isBare : {run % 2 == 0, run % 2 != 0}) {
            const double took = untilReady(isBare, *window, site);
            if (run >= 0)
                MeasuredProcess::say((isBare ? "bare " : "captcha ") + QByteArray::number(took));
            if (!eventually([] { return Effects::renderers().isEmpty(); }))
                qFatal("A process is left behind");
            letPass(50, "what has been closed has to end");
        }
    }
    leave();
}

/// What was done before somebody wanted a check.
enum Ahead { Nothing, Preloaded, Loaded, AheadCount };

// ready --child challenge HOST AHEAD ...
void showChallenge(Host host, Ahead ahead, const CaptchaSite &site)
{
    const auto window = shownWindow(host);
    SmartCaptchaOptions options = site.options();
    options.setMode(SmartCaptchaOptions::Mode::Invisible);
    const auto captcha = window->addCaptcha(options);
    letPass(200, "the window is drawn");
    const Footprint before = Footprint::atRest();
    if (ahead == Preloaded)
        captcha->preload();
    else if (ahead == Loaded)
        captcha->load();
    letPass(700, "the engine starts");
    const Footprint after = Footprint::atRest();
    bool shown = false;
    double took = 0;
    QElapsedTimer timer;
    QObject::connect(captcha.get(), &ShownCaptcha::challengeShown, captcha.get(), [&] {
        took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        shown = true;
    });
    timer.start();
    captcha->execute();
    waited(timer, shown);
    MeasuredProcess::say(QByteArray::number(took) + ' ' + QByteArray::number(after.memory - before.memory)
                         + ' ' + QByteArray::number(after.total - before.total));
    leave();
}

int child(const QStringList &arguments)
{
    const QString what = arguments.at(2);
    const auto host = Host(arguments.at(3).toInt());
    const int number = arguments.at(4).toInt();
    const CaptchaSite site(arguments);
    if (what == QLatin1String("cold"))
        showOnce(host, number != 0, site);
    else if (what == QLatin1String("warm"))
        showAgainAndAgain(host, number, site);
    else
        showChallenge(host, Ahead(number), site);
    return 0;
}

QByteArrayList told(const char *what, Host host, int number, const CaptchaSite &site)
{
    MeasuredProcess process(QStringList{QStringLiteral("--child"), QLatin1String(what),
                                        QString::number(int(host)), QString::number(number)}
                            + site.arguments());
    return process.lines();
}

struct Compared {
    void add(double captcha, double bare)
    {
        ofCaptcha.add(captcha);
        ofBare.add(bare);
        ratio.add(captcha / bare);
    }
    [[nodiscard]] QJsonObject toJson() const
    {
        return {{QStringLiteral("captcha"), ofCaptcha.toJson()},
                {QStringLiteral("bare"), ofBare.toJson()},
                {QStringLiteral("ratio"), ratio.toJson()}};
    }

    Figures ofCaptcha;
    Figures ofBare;
    Figures ratio; // of the two in the same round
};

struct Result {
    const char *host;
    Compared cold;
    Compared warm;
    Figures challenge[AheadCount];
    Figures challengeRatio[AheadCount]; // of the time without it
    Figures memory[AheadCount]; // in KiB
    Figures total[AheadCount]; // the same with mapped files
};

void measureCold(Result &result, Host host, int runs, const CaptchaSite &site)
{
    for (int run = -1; run < runs; ++run) {
        double took[2] = {};
        for (const int isBare : {run & 1, ~run & 1})
            took[isBare] = told("cold", host, isBare, site).value(0).toDouble();
        if (run >= 0)
            result.cold.add(took[0], took[1]);
    }
}

void measureWarm(Result &result, Host host, int runs, const CaptchaSite &site)
{
    const QByteArrayList lines = told("warm", host, runs, site);
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2) {
        const bool bareFirst = lines.at(i).startsWith("bare");
        const auto took = [&](bool bare) {
            return lines.at(bare == bareFirst ? i : i + 1).split(' ').last().toDouble();
        };
        result.warm.add(took(false), took(true));
    }
}

void measureChallenge(Result &result, Host host, int runs, const CaptchaSite &site)
{
    for (int run = -1; run < runs; ++run) {
        double took[AheadCount] = {};
        for (int turn = 0; turn < AheadCount; ++turn) {
            // Beginning with another one each time.
            const int ahead = (turn + run + 1) % AheadCount;
            const QByteArrayList fields = told("challenge", host, ahead, site).value(0).split(' ');
            took[ahead] = fields.value(0).toDouble();
            if (run >= 0) {
                result.challenge[ahead].add(took[ahead]);
                result.memory[ahead].add(fields.value(1).toDouble());
                result.total[ahead].add(fields.value(2).toDouble());
            }
        }
        for (int ahead = 0; run >= 0 && ahead < AheadCount; ++ahead)
            result.challengeRatio[ahead].add(took[ahead] / took[Nothing]);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "--child") == 0) {
        SmartCaptcha::initializeQuick();
        QApplication application(argc, argv);
        return child(QCoreApplication::arguments());
    }
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("runs"), QStringLiteral("Measured runs in one process (20)."), QStringLiteral("n"),
         QStringLiteral("20")},
        {QStringLiteral("cold-runs"),
         QStringLiteral("Measured runs with a process for each, which take long (10)."), QStringLiteral("n"),
         QStringLiteral("10")},
        {QStringLiteral("hosts"), QStringLiteral("What is measured (widget,WebEngine,WebView)."),
         QStringLiteral("list"), QStringLiteral("widget,WebEngine,WebView")},
        {QStringLiteral("no-challenge"), QStringLiteral("Leave out the way to the challenge.")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
    });
    parser.process(application);
    const int runs = parser.value(QStringLiteral("runs")).toInt();
    const int coldRuns = parser.value(QStringLiteral("cold-runs")).toInt();
    const QStringList wanted = parser.value(QStringLiteral("hosts")).split(QLatin1Char(','));

    const bool withChallenge = !parser.isSet(QStringLiteral("no-challenge"));
    constexpr const char *names[] = {"without", "after preload()", "after load()"};

    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    const CaptchaSite site(emulator.siteKey(), emulator.url());
    std::vector<Result> results;
    for (const auto &[host, name] :
         {std::pair(Host::Widget, "widget"), std::pair(Host::WebEngine, "WebEngine"),
          std::pair(Host::WebView, "WebView")}) {
        if (!wanted.contains(QLatin1String(name)))
            continue;
        Result result{name, {}, {}, {}, {}, {}, {}};
        emulator.setScenario(SmartCaptchaEmulator::Scenario::Human);
        measureCold(result, host, coldRuns, site);
        measureWarm(result, host, runs, site);
        emulator.setScenario(SmartCaptchaEmulator::Scenario::Challenge);
        if (withChallenge)
            measureChallenge(result, host, coldRuns, site);
        results.push_back(result);
    }

    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonArray rows;
        for (const Result &result : results) {
            QJsonArray challenges;
            for (int ahead = 0; ahead < AheadCount; ++ahead)
                challenges << QJsonObject{{QStringLiteral("ahead"), QLatin1String(names[ahead])},
                                          {QStringLiteral("ms"), result.challenge[ahead].toJson()},
                                          {QStringLiteral("ratio"), result.challengeRatio[ahead].toJson()},
                                          {QStringLiteral("memoryKiB"), result.memory[ahead].toJson()},
                                          {QStringLiteral("withFilesKiB"), result.total[ahead].toJson()}};
            rows << QJsonObject{{QStringLiteral("host"), QLatin1String(result.host)},
                                {QStringLiteral("coldMs"), result.cold.toJson()},
                                {QStringLiteral("warmMs"), result.warm.toJson()},
                                {QStringLiteral("challenge"), challenges}};
        }
        out << QJsonDocument(rows).toJson();
        return 0;
    }
    out.setRealNumberNotation(QTextStream::FixedNotation);
    const auto print = [&](const char *what, const Compared &compared) {
        out << what << qSetRealNumberPrecision(1) << "captcha " << compared.ofCaptcha.median() << " ("
            << compared.ofCaptcha.quantile(0.95) << ") ms, bare " << compared.ofBare.median() << " ("
            << compared.ofBare.quantile(0.95) << ") ms; ratio " << qSetRealNumberPrecision(3)
            << compared.ratio.median() << " +-" << compared.ratio.spread() << '\n';
    };
    out << "Until the button can be pressed, medians (p95) of " << coldRuns << " cold and " << runs
        << " warm runs, and from execute() to the challenge:\n";
    for (const Result &result : results) {
        out << result.host << '\n';
        print("  cold       ", result.cold);
        print("  warm       ", result.warm);
        for (int ahead = 0; withChallenge && ahead < AheadCount; ++ahead) {
            out << "  challenge  " << names[ahead] << ' ' << qSetRealNumberPrecision(1)
                << result.challenge[ahead].median() << " (" << result.challenge[ahead].quantile(0.95)
                << ") ms; ratio " << qSetRealNumberPrecision(3) << result.challengeRatio[ahead].median()
                << " +-" << result.challengeRatio[ahead].spread() << qSetRealNumberPrecision(1) << "; memory "
                << result.memory[ahead].median() / 1024 << " MiB, with mapped files "
                << result.total[ahead].median() / 1024 << " MiB\n";
        }
    }
    return 0;
}
