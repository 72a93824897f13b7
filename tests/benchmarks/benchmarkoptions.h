// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qcoreapplication.h>

/// An option with a number, which is @p usual if it is not given.
inline QCommandLineOption numberOption(const char *name, const char *what, int usual)
{
    return {QLatin1String(name), QStringLiteral("%1 (%2).").arg(QLatin1String(what)).arg(usual),
            QStringLiteral("n"), QString::number(usual)};
}

/// The command line of a benchmark: `--runs` and `--json`, which scripts/bench gives to all, and its own.
class BenchmarkOptions : public QCommandLineParser {
public:
    /// Reads it. @p runs says what is counted.
    BenchmarkOptions(const char *runs, int usualRuns, const QList<QCommandLineOption> &own = {})
    {
        addHelpOption();
        addOption(numberOption("runs", runs, usualRuns));
        addOptions(own);
        addOption({QStringLiteral("json"), QStringLiteral("Print JSON.")});
        process(*QCoreApplication::instance());
    }

    [[nodiscard]] int number(const char *name) const { return value(QLatin1String(name)).toInt(); }
    [[nodiscard]] int runs() const { return number("runs"); }
    [[nodiscard]] bool wantsJson() const { return isSet(QStringLiteral("json")); }
};
