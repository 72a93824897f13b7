// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a program pays that has a captcha and never shows it: the time, processor time and memory until its
// first window is there, compared with the same program without the captcha.

#include "figures.h"
#include "startedprogram.h"

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qtextstream.h>

#include <algorithm>
#include <vector>

namespace {

constexpr int warmUps = 3;

struct Program {
    QString name;
    QString plain; ///< What it is compared with; itself for the first of a group.
    StartedProgram last;
    Figures time;
    Figures processorTime;
    Figures anonymous;
    Figures unshared;
    /// Compared with the plain program of the same round.
    ///@{
    Figures timeRatio;
    Figures processorTimeRatio;
    Figures moreAnonymous;
    Figures moreUnshared;
    ///@}
};

/// Those that were built.
std::vector<Program> programs(const QStringList &only)
{
    const char *const groups[][4] = {
        {"start_widgets", "start_widgets_captcha", "start_widgets_network", "start_widgets_webengine"},
        {"start_quick", "start_quick_captcha"},
        {"start_controls", "start_controls_captcha"},
    };
    std::vector<Program> found;
    for (const auto &group : groups) {
        const QString plain = QString::fromLatin1(group[0]);
        for (const char *const member : group) {
            const QString name = QString::fromLatin1(member);
            if (!name.isEmpty() && (only.isEmpty() || only.contains(name) || name == plain)
                && QFile::exists(QCoreApplication::applicationDirPath() + QLatin1Char('/') + name))
                found.push_back({name, plain, {}, {}, {}, {}, {}, {}, {}, {}, {}});
        }
    }
    return found;
}

void runAll(std::vector<Program> &all, bool count)
{
    for (Program &program : all)
        program.last =
            StartedProgram::measure(QCoreApplication::applicationDirPath() + QLatin1Char('/') + program.name);
    if (!count)
        return;
    for (Program &program : all) {
        const auto plain = std::find_if(all.cbegin(), all.cend(),
                                        [&](const Program &other) { return other.name == program.plain; });
        const StartedProgram &now = program.last;
        const StartedProgram &base = plain->last;
        program.time.add(now.milliseconds);
        program.processorTime.add(now.processorMilliseconds);
        program.anonymous.add(now.anonymous);
        program.unshared.add(now.unshared);
        program.timeRatio.add(now.milliseconds / base.milliseconds);
        program.processorTimeRatio.add(now.processorMilliseconds / base.processorMilliseconds);
        program.moreAnonymous.add(now.anonymous - base.anonymous);
        program.moreUnshared.add(now.unshared - base.unshared);
    }
}

QJsonObject toJson(const Program &program)
{
    return {{QStringLiteral("program"), program.name},
            {QStringLiteral("milliseconds"), program.time.toJson()},
            {QStringLiteral("cpuMilliseconds"), program.processorTime.toJson()},
            {QStringLiteral("anonymousMiB"), program.anonymous.toJson()},
            {QStringLiteral("privateMiB"), program.unshared.toJson()},
            {QStringLiteral("comparedWith"), program.plain},
            {QStringLiteral("timeRatio"), program.timeRatio.toJson()},
            {QStringLiteral("cpuRatio"), program.processorTimeRatio.toJson()},
            {QStringLiteral("moreAnonymousMiB"), program.moreAnonymous.toJson()},
            {QStringLiteral("morePrivateMiB"), program.moreUnshared.toJson()}};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("runs"), QStringLiteral("Measured runs of each (30)."), QStringLiteral("n"),
         QStringLiteral("30")},
        {QStringLiteral("only"), QStringLiteral("Names of those to be measured, besides the plain ones."),
         QStringLiteral("list")},
        {QStringLiteral("platform"), QStringLiteral("The platform plugin (offscreen)."),
         QStringLiteral("name"), QStringLiteral("offscreen")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
    });
    parser.process(application);
    qputenv("QT_QPA_PLATFORM", parser.value(QStringLiteral("platform")).toLocal8Bit());
    qputenv("QT_QUICK_BACKEND", "software");

    const int runs = parser.value(QStringLiteral("runs")).toInt();
    const QString only = parser.value(QStringLiteral("only"));
    std::vector<Program> all = programs(only.isEmpty() ? QStringList() : only.split(QLatin1Char(',')));
    if (all.empty())
        qFatal("No program to start was built");
    for (int run = -warmUps; run < runs; ++run) {
        // Beginning with another one each time, so that other load on the computer, and what the one before
        // left in the caches, affects all alike.
        std::rotate(all.begin(), all.begin() + 1, all.end());
        runAll(all, run >= 0);
    }
    std::sort(all.begin(), all.end(), [](const Program &a, const Program &b) { return a.name < b.name; });

    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonArray rows;
        for (const Program &program : all)
            rows.append(toJson(program));
        out << QJsonDocument(rows).toJson();
        return 0;
    }
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out << "Medians (p95) of " << runs << " interleaved runs, +- half of the quartiles' distance; MiB as "
        << "Pss_Anon + Pss_Shmem / Private_*:\n";
    for (const Program &program : all) {
        out << qSetFieldWidth(26) << Qt::left << program.name << qSetFieldWidth(0)
            << qSetRealNumberPrecision(1) << program.time.median() << " (" << program.time.quantile(0.95)
            << ") ms, CPU " << program.processorTime.median() << " (" << program.processorTime.quantile(0.95)
            << ") ms, " << qSetRealNumberPrecision(2) << program.anonymous.median() << " / "
            << program.unshared.median() << " MiB";
        if (program.name != program.plain) {
            out << "; time x " << qSetRealNumberPrecision(3) << program.timeRatio.median() << " +-"
                << program.timeRatio.spread() << ", CPU x " << program.processorTimeRatio.median() << " +-"
                << program.processorTimeRatio.spread() << Qt::forcesign << qSetRealNumberPrecision(2) << ", "
                << program.moreAnonymous.median() << " / " << program.moreUnshared.median() << " MiB"
                << Qt::noforcesign;
        }
        out << '\n';
    }
    return 0;
}
