// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "commandline.h"

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qcoreapplication.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace CommandLine {

bool isAnsweredInWords(const QStringList &arguments)
{
    const auto options = {"--help", "--help-all", "-h", "--version", "-v"};
    return std::any_of(options.begin(), options.end(), [&arguments](const char *option) {
        return arguments.contains(QLatin1String(option));
    });
}

bool isAnsweredInWords(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return isAnsweredInWords(arguments);
}

void fail(const QString &problem)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(QCoreApplication::applicationName()), qPrintable(problem));
    std::exit(2);
}

void parse(QCommandLineParser *parser)
{
    const QStringList arguments = QCoreApplication::arguments();
    if (!parser->parse(arguments))
        fail(parser->errorText());
    if (parser->isSet(QStringLiteral("help")) || parser->isSet(QStringLiteral("help-all")))
        parser->showHelp();
    if (parser->isSet(QStringLiteral("version")))
        parser->showVersion();
    const QStringList unexpected = parser->positionalArguments();
    if (!unexpected.isEmpty())
        fail(QStringLiteral("unexpected argument \"%1\"").arg(unexpected.first()));
    // There is no window then, because they had to work without a display.
    if (isAnsweredInWords(arguments))
        fail(QStringLiteral("--help and --version are no values of other options"));
}

} // namespace CommandLine
