// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "dispatch.h"

#include "process/console.h"

#include <QtCore/qcoreapplication.h>

#include <algorithm>

namespace {

QString helpText(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text = QStringLiteral("Usage: smartcaptcha COMMAND [OPTION]...\n\nCommands:\n");
    for (const auto &command : commands) {
        // Commands for internal use have no summary.
        if (command->summary().isEmpty())
            continue;
        text += QStringLiteral("  %1 %2\n").arg(command->name(), -9).arg(command->summary());
    }
    text +=
        QStringLiteral("\n"
                       "  smartcaptcha COMMAND --help tells about a command, --version about the program.\n"
                       "\n"
                       "Exit status: 0 accepted or all passed; 1 not accepted or something failed;\n"
                       "2 wrong usage or configuration, with one line on standard error.");
    return text;
}

} // namespace

int dispatch(const std::vector<std::unique_ptr<Command>> &commands, QStringList arguments)
{
    // Other users of the computer can see arguments, and they stay in the shell's history.
    const bool hasKey = std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument.contains(QLatin1String("ysc2_"), Qt::CaseInsensitive);
    });
    if (hasKey) {
        Console::fail(QStringLiteral("do not pass a server key as an argument, where others can see it; "
                                     "use --keychain, --server-key-file or SMARTCAPTCHA_SERVER_KEY"));
        return Command::WrongUsage;
    }

    if (arguments.isEmpty()) {
        Console::fail(QStringLiteral("no command given; smartcaptcha --help lists them"));
        return Command::WrongUsage;
    }
    const QString word = arguments.takeFirst();
    if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
        Console::print(helpText(commands));
        return Command::Success;
    }
    if (word == QLatin1String("--version") || word == QLatin1String("-v")) {
        Console::print(QStringLiteral("smartcaptcha ") + QCoreApplication::applicationVersion());
        return Command::Success;
    }
    for (const auto &command : commands) {
        if (command->name() == word)
            return command->run(arguments);
    }
    Console::fail(word.startsWith(QLatin1Char('-'))
                      ? QStringLiteral("the command comes first; smartcaptcha --help lists them")
                      : QStringLiteral("there is no command '%1'; smartcaptcha --help lists them").arg(word));
    return Command::WrongUsage;
}
