// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How many verifications there are in a second, 1, 6 and 32 at a time, and what processor time each takes:
// with the verifier, and with what a developer would use instead.

#include "figures.h"
#include "localnginx.h"
#include "managerasker.h"
#include "pythonasker.h"
#include "verifierasker.h"

#ifdef BENCHMARK_CURL
#include "curlasker.h"
#endif

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qtextstream.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

constexpr int warmUps = 3;

struct Competitor {
    QString name;
    std::unique_ptr<Asker> asker;
    Figures rate; ///< Verifications in a second.
    Figures time; ///< Processor time of each, in microseconds.
    Figures rateRatio; ///< The rate as a multiple of the manager's in the same round.
    Figures timeRatio;
};

std::vector<Competitor> competitors(const LocalNginx &nginx, const QStringList &only)
{
    std::vector<Competitor> all;
    const auto add = [&](const char *name, const auto &make) {
        const QString wanted = QString::fromLatin1(name);
        if (only.isEmpty() || only.contains(wanted))
            all.push_back({wanted, make(), {}, {}, {}, {}});
    };
    const QUrl url = nginx.validateUrl();
    add("manager", [&] { return std::make_unique<ManagerAsker>(url, false); });
    add("verifier", [&] { return std::make_unique<VerifierAsker>(nginx.url(), 1); });
    add("two-verifiers", [&] { return std::make_unique<VerifierAsker>(nginx.url(), 2); });
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
        competitor.rate = competitor.time = competitor.rateRatio = competitor.timeRatio = {};
    for (int round = -warmUps; round < rounds; ++round) {
        // Each is measured once in a round, beginning with another one each time, so that other load on the
        // computer, and what the one before left in the caches, affects all alike.
        std::rotate(all.begin(), all.begin() + 1, all.end());
        std::vector<std::pair<double, double>> measured;
        std::pair<double, double> ofManager;
        for (Competitor &competitor : all) {
            // HTTP/2 with one request at a time takes milliseconds for each.
            const int total =
                competitor.name == QLatin1String("manager-http2") && inFlight == 1 ? batch / 10 : batch;
            competitor.asker->processorTime();
            QElapsedTimer timer;
            timer.start();
            competitor.asker->ask(total, inFlight);
            const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            measured.emplace_back(total / seconds, competitor.asker->processorTime() / total * 1e6);
            if (competitor.name == QLatin1String("manager"))
                ofManager = measured.back();
        }
        if (round < 0)
            continue;
        for (size_t i = 0; i < all.size(); ++i) {
            all[i].rate.add(measured[i].first);
            all[i].time.add(measured[i].second);
            if (ofManager.first > 0) {
                all[i].rateRatio.add(measured[i].first / ofManager.first);
                all[i].timeRatio.add(measured[i].second / ofManager.second);
            }
        }
    }
    std::sort(all.begin(), all.end(),
              [](const Competitor &a, const Competitor &b) { return a.name < b.name; });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("runs"), QStringLiteral("Measured runs of each (20)."), QStringLiteral("n"),
         QStringLiteral("20")},
        {QStringLiteral("batch"), QStringLiteral("Verifications in each run (600)."), QStringLiteral("n"),
         QStringLiteral("600")},
        {QStringLiteral("in-flight"), QStringLiteral("Numbers at a time (1,6,32)."), QStringLiteral("list"),
         QStringLiteral("1,6,32")},
        {QStringLiteral("only"), QStringLiteral("Names of those to be measured."), QStringLiteral("list")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
    });
    parser.process(application);

    const LocalNginx nginx;
    const QString only = parser.value(QStringLiteral("only"));
    std::vector<Competitor> all =
        competitors(nginx, only.isEmpty() ? QStringList() : only.split(QLatin1Char(',')));
    if (all.empty())
        qFatal("Nothing is called %s", qPrintable(only));
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    QJsonArray rows;
    const QStringList numbers = parser.value(QStringLiteral("in-flight")).split(QLatin1Char(','));
    for (const QString &number : numbers) {
        measure(all, parser.value(QStringLiteral("runs")).toInt(),
                parser.value(QStringLiteral("batch")).toInt(), number.toInt());
        if (!parser.isSet(QStringLiteral("json"))) {
            out << "in flight: " << number << "      a second (p5) +-   CPU us each (p95)"
                << "   x manager: rate +-   CPU +-\n";
        }
        for (const Competitor &competitor : all) {
            if (parser.isSet(QStringLiteral("json"))) {
                rows.append(QJsonObject{{QStringLiteral("inFlight"), number.toInt()},
                                        {QStringLiteral("with"), competitor.name},
                                        {QStringLiteral("perSecond"), competitor.rate.toJson()},
                                        {QStringLiteral("cpuMicroseconds"), competitor.time.toJson()},
                                        {QStringLiteral("rateOfManager"), competitor.rateRatio.toJson()},
                                        {QStringLiteral("cpuOfManager"), competitor.timeRatio.toJson()}});
                continue;
            }
            out << qSetFieldWidth(20) << Qt::left << competitor.name << qSetFieldWidth(0) << Qt::right
                << qSetRealNumberPrecision(0) << qSetFieldWidth(8) << competitor.rate.median()
                << qSetFieldWidth(0) << " (" << competitor.rate.quantile(0.05) << ") "
                << qSetRealNumberPrecision(0) << competitor.rate.spread() * 100 << "%  "
                << competitor.time.median() << " (" << competitor.time.quantile(0.95) << ")    "
                << qSetRealNumberPrecision(3) << competitor.rateRatio.median() << " +-"
                << competitor.rateRatio.spread() << "   " << competitor.timeRatio.median() << " +-"
                << competitor.timeRatio.spread() << '\n';
        }
        out.flush();
    }
    if (parser.isSet(QStringLiteral("json")))
        out << QJsonDocument(rows).toJson();
    return 0;
}
