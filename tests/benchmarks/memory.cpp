// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What memory a second captcha takes on the screen, and what is left when both are closed; with bare views
// that share a profile, all at the same time in processes of their own. What many captchas leave behind, one
// after the other, which endurance_captchas finds out.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "hostsoption.h"
#include "measuredprocess.h"
#include "usableview.h"

#include "attacks/effects.h"
#include "endurance/footprint.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

namespace {

constexpr const char *names[] = {"captcha", "bare view"};

Footprint withAllShown()
{
    letPass(4000, "what follows has to end");
    return Footprint::atRest();
}

Footprint afterAll()
{
    if (!eventually([] { return Effects::renderers().isEmpty(); }))
        qFatal("A process is left behind");
    letPass(1000, "what has been closed has to end");
    return Footprint::atRest();
}

/// How many sizes a process says in each run, in MiB.
constexpr qsizetype sizeCount = 4;

// memory --child HOST BARE RUNS ...
void child(const QStringList &arguments)
{
    const auto host = Host(arguments.at(0).toInt());
    const bool isBare = arguments.at(1).toInt() != 0;
    const int runs = arguments.at(2).toInt();
    const CaptchaSite site(arguments);
    const auto window = HostWindow::make(host);
    Footprint before;
    // What is loaded once is there after the first two.
    for (int run = -1; run < runs; ++run) {
        Footprint with;
        Footprint withTwo;
        {
            const UsableView first(*window, site, isBare, 0, true);
            with = withAllShown();
            const UsableView second(*window, site, isBare, 1, true);
            withTwo = withAllShown();
        }
        const Footprint after = afterAll();
        const qint64 sizes[sizeCount] = {with.memory - before.memory, withTwo.memory - with.memory,
                                         withTwo.heap - with.heap, after.memory - before.memory};
        QByteArrayList fields;
        for (const qint64 size : sizes)
            fields << QByteArray::number(double(size) / 1024);
        if (run >= 0)
            MeasuredProcess::say(fields.join(' '));
        before = after;
    }
    std::_Exit(0);
}

/// Of two captchas, in all hosts at the same time: most of it is waiting.
QList<Comparison> shown(const QList<std::pair<Host, QString>> &hosts, int runs, const CaptchaSite &site)
{
    QList<Comparison> lines;
    std::vector<std::unique_ptr<MeasuredProcess>> processes;
    for (const auto &[host, name] : hosts) {
        const auto add = [&lines, host = name](const char *what, const QMap<QString, double> &goal) {
            Comparison line;
            line.row = 9;
            line.what = QString::fromLatin1(what).arg(host);
            line.unit = QStringLiteral("MiB");
            line.ours = QLatin1String(names[false]);
            line.baseline = QLatin1String(names[true]);
            line.goal = goal;
            lines.append(line);
        };
        // In the order of the sizes.
        add("memory of a captcha on the screen, %1", {});
        add("memory of a second one, %1", {{QStringLiteral("difference"), 2}});
        add("of this the program's own heap, %1", {});
        // All of it is back, but for what the engine keeps for later, which comes and goes.
        add("left when both are closed, %1",
            {{QStringLiteral("median"), 1}, {QStringLiteral("difference"), 1}});
        for (const bool isBare : {false, true})
            processes.push_back(std::make_unique<MeasuredProcess>(
                QStringList{QString::number(int(host)), QString::number(int(isBare)), QString::number(runs)}
                + site.arguments()));
    }
    for (size_t i = 0; i < processes.size(); ++i) {
        const QByteArrayList told = processes[i]->lines();
        for (const QByteArray &sizes : told) {
            const QByteArrayList fields = sizes.split(' ');
            for (qsizetype k = 0; k < sizeCount; ++k)
                lines[qsizetype(i / 2) * sizeCount + k].series[QLatin1String(names[i % 2])].add(
                    fields.value(k).toDouble());
        }
    }
    return lines;
}

/// What endurance_captchas says, whose table has a line for captchas and one for bare views.
QList<Comparison> oneAfterTheOther(const QString &host, int rounds)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ENDURANCE_ROUNDS"), QString::number(rounds));
    environment.insert(QStringLiteral("QTEST_FUNCTION_TIMEOUT"), QStringLiteral("7200000"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BENCHMARK_CAPTCHAS), {QLatin1String("nothingIsLeft:") + host});
    process.waitForFinished(-1);

    Comparison memory;
    memory.row = 12;
    memory.what = QStringLiteral("memory that each of %1 captchas leaves, %2").arg(rounds).arg(host);
    memory.unit = QStringLiteral("KiB");
    memory.ours = QLatin1String(names[false]);
    memory.baseline = QLatin1String(names[true]);
    // 0.3 MiB from the 50th to the 300th.
    memory.goal = {{QStringLiteral("difference"), 1.2}};
    Comparison heap = memory;
    heap.what = QStringLiteral("of this the program's own heap, %1").arg(host);
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        // Which, what, the first and the last number, memory after both, memory each, heap after both.
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.first() != host.toLatin1() || fields.size() < 9)
            continue;
        const QString name = fields.at(1) == "bare" ? memory.baseline : memory.ours;
        const int views = fields.at(3).toInt() - fields.at(2).chopped(1).toInt();
        memory.series[name].add((fields.at(5).toDouble() - fields.at(4).toDouble()) / views);
        heap.series[name].add((fields.at(8).toDouble() - fields.at(7).toDouble()) / views);
    }
    if (memory.series.size() != 2)
        qFatal("%s did not end well", BENCHMARK_CAPTCHAS);
    return {memory, heap};
}

} // namespace

int main(int argc, char *argv[])
{
    if (MeasuredProcess::ran(argc, argv, child))
        return 0;
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options(
        "Measured runs with two on the screen, which take 10 seconds each", 5,
        {{QStringLiteral("rounds"),
          QStringLiteral("Captchas one after the other (0, which leaves them out: 300 take minutes)."),
          QStringLiteral("n"), QStringLiteral("0")},
         hostsOption()});
    const int runs = options.runs();
    const int rounds = options.number("rounds");

    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    const CaptchaSite site(emulator.siteKey(), emulator.url());
    const auto hosts = chosenHosts(options);
    QList<Comparison> lines;
    if (runs > 0)
        lines << shown(hosts, runs, site);
    for (const auto &[host, name] : hosts) {
        if (rounds > 0)
            lines << oneAfterTheOther(name, rounds);
    }
    print(lines, options.wantsJson());
    return 0;
}
