// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How many verifications there are in a second, 1, 6 and 32 at a time, and what processor time each takes:
// with the verifier, and with what a developer would use instead.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "localnginx.h"
#include "managerasker.h"
#include "pythonasker.h"
#include "verifierasker.h"

#ifdef BENCHMARK_CURL
#include "curlasker.h"
#endif

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

constexpr int warmUps = 3;
constexpr char twoThreads[] = "two-verifiers";

struct Competitor {
    QString name;
    std::unique_ptr<Asker> asker;
    Figures rate; ///< Verifications in a second.
    Figures time; ///< Processor time of each, in microseconds.
};

std::vector<Competitor> competitors(const LocalNginx &nginx, const QStringList &only)
{
    std::vector<Competitor> all;
    const auto add = [&](const char *name, const auto &make) {
        const QString wanted = QString::fromLatin1(name);
        if (only.isEmpty() || only.contains(wanted))
            all.push_back({wanted, make(), {}, {}});
    };
    const QUrl url = nginx.validateUrl();
    add("manager", [&] { return std::make_unique<ManagerAsker>(url, false); });
    add("verifier", [&] { return std::make_unique<VerifierAsker>(nginx.url(), 1); });
    add(twoThreads, [&] { return std::make_unique<VerifierAsker>(nginx.url(), 2); });
    add("manager-http2", [&] { return std::make_unique<ManagerAsker>(url, true); });
#ifdef BENCHMARK_CURL
    add("libcurl", [&] { return std::make_unique<CurlAsker>(url.toEncoded()); });
#endif
    if (PythonAsker::isAvailable())
        add("requests", [&] { return std::make_unique<PythonAsker>(url); });
    return all;
}

void measure(std::vector<Competitor> &all, int rounds, int batch, int inFlight)
{
    for (Competitor &competitor : all)
        competitor.rate = competitor.time = {};
    for (int round = -warmUps; round < rounds; ++round) {
        // Each is measured once in a round, beginning with another one each time, so that other load on the
        // computer, and what the one before left in the caches, affects all alike.
        std::rotate(all.begin(), all.begin() + 1, all.end());
        for (Competitor &competitor : all) {
            // In two threads there are at least two at a time.
            if (competitor.name == QLatin1String(twoThreads) && inFlight == 1)
                continue;
            // HTTP/2 with one request at a time takes milliseconds for each.
            const int total =
                competitor.name == QLatin1String("manager-http2") && inFlight == 1 ? batch / 10 : batch;
            competitor.asker->processorTime();
            QElapsedTimer timer;
            timer.start();
            competitor.asker->ask(total, inFlight);
            const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            const double processorTime = competitor.asker->processorTime();
            if (round < 0)
                continue;
            competitor.rate.add(total / seconds);
            competitor.time.add(processorTime / total * 1e6);
        }
    }
}

/// The lines for what was measured with so many at a time.
QList<Comparison> comparisons(const std::vector<Competitor> &all, int inFlight)
{
    Comparison rate;
    rate.row = 7;
    rate.what = QStringLiteral("verifications, %1 at a time").arg(inFlight);
    rate.unit = QStringLiteral("/s");
    rate.ours = QStringLiteral("verifier");
    rate.baseline = QStringLiteral("manager");
    rate.higherIsBetter = true;
    rate.goal = {{QStringLiteral("ratio"), 0.95}};
    Comparison time = rate;
    time.what = QStringLiteral("processor time of a verification, %1 at a time").arg(inFlight);
    time.unit = QStringLiteral("us");
    time.higherIsBetter = false;
    time.goal.clear();
    for (const Competitor &competitor : all) {
        if (competitor.rate.values().isEmpty())
            continue;
        rate.series.insert(competitor.name, competitor.rate);
        time.series.insert(competitor.name, competitor.time);
    }
    // Two threads are compared with the same in one, and not with what has no more than one.
    Comparison threads = rate;
    const Figures two = rate.series.take(QLatin1String(twoThreads));
    QList<Comparison> list{rate, time};
    if (!two.values().isEmpty() && rate.series.contains(rate.ours)) {
        threads.what =
            QStringLiteral("the same, a verifier in each of two threads, %1 at a time").arg(inFlight);
        threads.ours = QLatin1String(twoThreads);
        threads.baseline = rate.ours;
        threads.series = {{threads.ours, two}, {threads.baseline, rate.series.value(rate.ours)}};
        threads.goal.clear();
        list.insert(1, threads);
    }
    return list;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options(
        "Measured runs of each", 20,
        {numberOption("batch", "Verifications in each run", 600),
         {QStringLiteral("in-flight"), QStringLiteral("Numbers at a time (1,6,32)."), QStringLiteral("list"),
          QStringLiteral("1,6,32")},
         {QStringLiteral("only"), QStringLiteral("Names of those to be measured."), QStringLiteral("list")}});

    const LocalNginx nginx;
    const QString only = options.value(QStringLiteral("only"));
    std::vector<Competitor> all =
        competitors(nginx, only.isEmpty() ? QStringList() : only.split(QLatin1Char(',')));
    if (all.empty())
        qFatal("Nothing is called %s", qPrintable(only));
    QList<Comparison> list;
    const QStringList numbers = options.value(QStringLiteral("in-flight")).split(QLatin1Char(','));
    for (const QString &number : numbers) {
        measure(all, options.runs(), options.number("batch"), number.toInt());
        list += comparisons(all, number.toInt());
    }
    print(list, options.wantsJson());
    return 0;
}
