// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "commandlist.h"
#include "process/console.h"
#include "process/locale.h"
#include "process/standardstreams.h"
#ifdef SMARTCAPTCHA_WITH_QA
#include "process/quietplatform.h"
#endif

#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qloggingcategory.h>
#include <QtNetwork/qnetworkproxy.h>

#ifdef SMARTCAPTCHA_WITH_QA
#include <QtWidgets/qapplication.h>
#endif

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

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

// Commands that create widgets run offscreen, unless QT_QPA_PLATFORM asks for another platform.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv,
                                                  const std::vector<std::unique_ptr<Command>> &commands)
{
#ifdef SMARTCAPTCHA_WITH_QA
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    for (const auto &command : commands) {
        if (command->name() == arguments.value(0) && command->showsWidgets(arguments)) {
            if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
                qputenv("QT_QPA_PLATFORM", "offscreen");
            silenceMissingScreen();
            QLoggingCategory::setFilterRules(QStringLiteral("qt.webenginecontext*=false"));
            return std::make_unique<QApplication>(argc, argv);
        }
    }
#else
    Q_UNUSED(commands)
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

int run(const std::vector<std::unique_ptr<Command>> &commands)
{
    QStringList arguments = QCoreApplication::arguments().mid(1);
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

} // namespace

int main(int argc, char *argv[])
{
    ensureStandardStreams();
    ensureUtf8Locale();
    const auto commands = allCommands();
    const auto application = makeApplication(argc, argv, commands);
    QCoreApplication::setApplicationName(QStringLiteral("smartcaptcha"));
    QCoreApplication::setApplicationVersion(SmartCaptcha::version().toString());
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    int status = run(commands);
    if (!Console::finish() && status == Command::Success)
        status = Command::Failure;
    // Skips the remaining destructors, in which Qt would wait for pending name lookups, however long they
    // take.
    std::_Exit(status);
}
