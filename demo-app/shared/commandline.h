// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

/// The command line of a program, by the same rules for all of them.
namespace CommandLine {

/// True when @p arguments ask for the help or the version, which need no display.
[[nodiscard]] bool isAnsweredInWords(const QStringList &arguments);

/// The same for main()'s arguments, before there is an application object.
[[nodiscard]] bool isAnsweredInWords(int argc, char **argv);

/// Ends the program with status 2 and @p problem, after the program's name, on standard error.
[[noreturn]] void fail(const QString &problem);

/// Parses the arguments of a program with a window. Prints help and version and ends the program if asked to,
/// and fails for anything that is no option.
void parse(QCommandLineParser *parser);

} // namespace CommandLine
