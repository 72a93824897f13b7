// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How long it takes from making a captcha until its button can be pressed, and with a bare view of the same
// engine that shows the same page; the first time in a process, and later. How long it takes from execute()
// to the challenge, after preload(), after load() and without either, and what memory the two cost.
//
// Both programs hear of the button at the same point: the captcha is Ready; the page of the bare view has a
// script that sees when the button's frame has become visible and been drawn, and says so in the console, the
// fastest way out of a page. The engine is linked to the program, so that neither loads it.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "hostsoption.h"
#include "measuredprocess.h"
#include "usableview.h"

#include "attacks/effects.h"
#include "endurance/footprint.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

namespace {

constexpr int warmUps = 3;

std::unique_ptr<HostWindow> shownWindow(Host host)
{
    auto window = HostWindow::make(host);
    if (!eventually([&] { return window->window()->isExposed(); }))
        qFatal("There is no window");
    letPass(100, "its first frames are drawn");
    return window;
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
    MeasuredProcess::say(QByteArray::number(UsableView(*window, site, isBare).took()));
    leave();
}

// ready --child warm HOST RUNS ...
void showAgainAndAgain(Host host, int runs, const CaptchaSite &site)
{
    const auto window = shownWindow(host);
    for (int run = -warmUps; run < runs; ++run) {
        double took[2] = {};
        // In turn, beginning with the other one each time.
        for (const bool isBare : {run % 2 == 0, run % 2 != 0}) {
            took[isBare] = UsableView(*window, site, isBare).took();
            if (!eventually([] { return Effects::renderers().isEmpty(); }))
                qFatal("A process is left behind");
            letPass(50, "what has been closed has to end");
        }
        if (run >= 0)
            MeasuredProcess::say(QByteArray::number(took[false]) + ' ' + QByteArray::number(took[true]));
    }
    leave();
}

/// What was done before somebody wanted a check.
enum Ahead { Nothing, Preloaded, Loaded, AheadCount };
constexpr const char *aheadNames[] = {"without", "after preload()", "after load()"};

// ready --child challenge HOST AHEAD ...
void showChallenge(Host host, Ahead ahead, const CaptchaSite &site)
{
    const auto window = shownWindow(host);
    SmartCaptchaOptions options = site.options();
    options.setMode(SmartCaptchaOptions::Mode::Invisible);
    const auto captcha = window->addCaptcha(options);
    letPass(200, "the window is drawn");
    bool isReady = false;
    QObject::connect(captcha.get(), &ShownCaptcha::ready, captcha.get(), [&] { isReady = true; });
    const Footprint before = Footprint::now();
    if (ahead == Preloaded) {
        captcha->preload();
        letPass(900, "the engine starts");
    } else if (ahead == Loaded) {
        captcha->load();
        if (!eventually([&] { return isReady; }))
            qFatal("Nothing is ready");
    }
    const Footprint after = Footprint::now();
    double took = 0;
    QElapsedTimer timer;
    QObject::connect(captcha.get(), &ShownCaptcha::challengeShown, captcha.get(),
                     [&] { took = static_cast<double>(timer.nsecsElapsed()) / 1e6; });
    timer.start();
    captcha->execute();
    if (!eventually([&] { return took > 0; }))
        qFatal("There is no challenge");
    MeasuredProcess::say(QByteArray::number(took) + ' '
                         + QByteArray::number(double(after.memory - before.memory) / 1024) + ' '
                         + QByteArray::number(double(after.total - before.total) / 1024));
    leave();
}

void child(const QStringList &arguments)
{
    const QString what = arguments.at(0);
    const auto host = Host(arguments.at(1).toInt());
    const int number = arguments.at(2).toInt();
    const CaptchaSite site(arguments);
    if (what == QLatin1String("cold"))
        showOnce(host, number != 0, site);
    else if (what == QLatin1String("warm"))
        showAgainAndAgain(host, number, site);
    else
        showChallenge(host, Ahead(number), site);
}

/// The numbers in each line of what such a process says.
QList<QList<double>> told(const char *what, Host host, int number, const CaptchaSite &site)
{
    MeasuredProcess process(
        QStringList{QLatin1String(what), QString::number(int(host)), QString::number(number)}
        + site.arguments());
    QList<QList<double>> all;
    const QByteArrayList lines = process.lines();
    for (const QByteArray &line : lines) {
        QList<double> numbers;
        const QByteArrayList fields = line.split(' ');
        for (const QByteArray &field : fields)
            numbers << field.toDouble();
        all << numbers;
    }
    return all;
}

Comparison lineOfReady(const char *when, const QString &host)
{
    Comparison line;
    line.row = 3;
    line.what = QStringLiteral("until the button can be pressed, %1, %2").arg(QLatin1String(when), host);
    line.unit = QStringLiteral("ms");
    line.ours = QStringLiteral("captcha");
    line.baseline = QStringLiteral("bare view");
    line.goal = {{QStringLiteral("ratio"), 1.05}};
    return line;
}

Comparison cold(Host host, const QString &name, int runs, const CaptchaSite &site)
{
    Comparison line = lineOfReady("the first time in a process", name);
    for (int run = -1; run < runs; ++run) {
        for (const bool isBare : {run % 2 == 0, run % 2 != 0}) {
            const double took = told("cold", host, isBare, site).value(0).value(0);
            if (run >= 0)
                line.series[isBare ? line.baseline : line.ours].add(took);
        }
    }
    return line;
}

Comparison warm(Host host, const QString &name, int runs, const CaptchaSite &site)
{
    Comparison line = lineOfReady("later", name);
    const QList<QList<double>> all = told("warm", host, runs, site);
    for (const QList<double> &took : all) {
        line.series[line.ours].add(took.value(0));
        line.series[line.baseline].add(took.value(1));
    }
    return line;
}

QList<Comparison> challenge(Host host, const QString &name, int runs, const CaptchaSite &site)
{
    Comparison time;
    time.row = 4;
    time.what = QStringLiteral("from execute() to the challenge after preload(), %1").arg(name);
    time.unit = QStringLiteral("ms");
    time.ours = QLatin1String(aheadNames[Preloaded]);
    time.baseline = QLatin1String(aheadNames[Nothing]);
    time.goal = {{QStringLiteral("ratio"), 0.25}};
    Comparison loaded = time;
    loaded.what = QStringLiteral("the same after load(), %1").arg(name);
    loaded.ours = QLatin1String(aheadNames[Loaded]);
    Comparison memory = time;
    memory.what = QStringLiteral("memory taken before execute(), %1").arg(name);
    memory.unit = QStringLiteral("MiB");
    memory.goal = {{QStringLiteral("difference"), 50}};
    Comparison total = memory;
    total.what = QStringLiteral("the same with mapped files, %1").arg(name);
    // How much that is depends on who else has mapped them.
    total.baseline.clear();
    total.goal.clear();
    QList<Comparison> lines{time, loaded, memory, total};
    for (int run = -1; run < runs; ++run) {
        for (int turn = 0; turn < AheadCount; ++turn) {
            // Beginning with another one each time.
            const int ahead = (turn + run + 1) % AheadCount;
            const QList<double> numbers = told("challenge", host, ahead, site).value(0);
            const QList<double> ofLines{numbers.value(0), numbers.value(0), numbers.value(1),
                                        numbers.value(2)};
            for (qsizetype i = 0; run >= 0 && i < lines.size(); ++i)
                lines[i].series[QLatin1String(aheadNames[ahead])].add(ofLines.at(i));
        }
    }
    return lines;
}

} // namespace

int main(int argc, char *argv[])
{
    if (MeasuredProcess::ran(argc, argv, child))
        return 0;
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options(
        "Measured runs in one process", 20,
        {numberOption("cold-runs", "Measured runs with a process for each, which take long", 6),
         hostsOption(),
         {QStringLiteral("no-challenge"), QStringLiteral("Leave out the way to the challenge.")}});
    const int runs = options.runs();
    const int coldRuns = options.number("cold-runs");

    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    const CaptchaSite site(emulator.siteKey(), emulator.url());
    QList<Comparison> lines;
    const auto hosts = chosenHosts(options);
    for (const auto &[host, name] : hosts) {
        emulator.setScenario(SmartCaptchaEmulator::Scenario::Human);
        lines << cold(host, name, coldRuns, site) << warm(host, name, runs, site);
        emulator.setScenario(SmartCaptchaEmulator::Scenario::Challenge);
        if (!options.isSet(QStringLiteral("no-challenge")))
            lines << challenge(host, name, coldRuns, site);
    }
    print(lines, options.wantsJson());
    return 0;
}
