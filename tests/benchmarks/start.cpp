// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a program pays that has a captcha and never shows it: the time, processor time and memory until its
// first window is there, compared with the same program without the captcha.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "startedprogram.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>

#include <algorithm>
#include <vector>

namespace {

constexpr int warmUps = 3;

/// Programs that differ in one thing: the first has no captcha, the second one that is not shown.
struct Group {
    int row;
    double mostRatio; ///< Of time and processor time.
    const char *toolkit;
    const char *programs[4];
};

constexpr Group groups[] = {
    {1,
     1.03,
     "Qt Widgets",
     {"start_widgets", "start_widgets_captcha", "start_widgets_network", "start_widgets_webengine"}},
    {2, 1.05, "Qt Quick", {"start_quick", "start_quick_captcha"}},
    {2, 1.05, "Qt Quick Controls", {"start_controls", "start_controls_captcha"}},
};

struct Quantity {
    const char *what;
    const char *unit;
    double StartedProgram::*value;
};

constexpr Quantity quantities[] = {
    {"time until the first window, %1", "ms", &StartedProgram::milliseconds},
    {"processor time until the first window, %1", "ms", &StartedProgram::processorMilliseconds},
    {"memory that is in no file, %1", "MiB", &StartedProgram::anonymous},
    {"memory that nobody shares, %1", "MiB", &StartedProgram::unshared},
};
constexpr auto quantityCount = qsizetype(std::size(quantities));

struct Program {
    QString file;
    qsizetype first; ///< Of the lines of its group, of which there is one for each quantity.
};

QList<Comparison> linesOf(const Group &group)
{
    QList<Comparison> lines;
    for (const Quantity &quantity : quantities) {
        Comparison line;
        line.row = group.row;
        line.what = QString::fromLatin1(quantity.what).arg(QLatin1String(group.toolkit));
        line.unit = QLatin1String(quantity.unit);
        line.ours = QLatin1String(group.programs[1]);
        line.baseline = QLatin1String(group.programs[0]);
        if (line.unit == QLatin1String("ms"))
            line.goal = {{QStringLiteral("ratio"), group.mostRatio}};
        // The rest depends on who else has mapped the same files.
        else if (quantity.value == &StartedProgram::anonymous)
            line.goal = {{QStringLiteral("difference"), 1.5}};
        lines.append(line);
    }
    return lines;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options(
        "Measured runs of each", 30,
        {{QStringLiteral("only"), QStringLiteral("Names of those to be measured, besides the plain ones."),
          QStringLiteral("list")},
         {QStringLiteral("platform"), QStringLiteral("The platform plugin (offscreen)."),
          QStringLiteral("name"), QStringLiteral("offscreen")}});
    qputenv("QT_QPA_PLATFORM", options.value(QStringLiteral("platform")).toLocal8Bit());
    qputenv("QT_QUICK_BACKEND", "software");

    const int runs = options.runs();
    const QStringList only =
        options.value(QStringLiteral("only")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const QString folder = QCoreApplication::applicationDirPath() + QLatin1Char('/');
    QList<Comparison> lines;
    std::vector<Program> programs;
    for (const Group &group : groups) {
        QStringList names;
        for (const char *const program : group.programs) {
            const QString name = QString::fromLatin1(program);
            // Those that were built.
            if (!name.isEmpty() && (names.isEmpty() || only.isEmpty() || only.contains(name))
                && QFile::exists(folder + name))
                names.append(name);
        }
        // The plain one alone says nothing.
        if (names.size() < 2)
            continue;
        for (const QString &name : std::as_const(names))
            programs.push_back({name, lines.size()});
        lines += linesOf(group);
    }
    if (programs.empty())
        qFatal("No such programs were built");
    for (int run = -warmUps; run < runs; ++run) {
        // Beginning with another one each time, so that other load on the computer, and what the one before
        // left in the caches, affects all alike.
        std::rotate(programs.begin(), programs.begin() + 1, programs.end());
        for (const Program &program : programs) {
            const StartedProgram started = StartedProgram::measure(folder + program.file);
            for (qsizetype i = 0; run >= 0 && i < quantityCount; ++i)
                lines[program.first + i].series[program.file].add(started.*quantities[i].value);
        }
    }
    print(lines, options.wantsJson());
    return 0;
}
