// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "commandlist.h"
#include "dispatch.h"
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

#include <cstdlib>
#include <memory>
#include <vector>

namespace {

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

    int status = dispatch(commands, QCoreApplication::arguments().mid(1));
    if (!Console::finish() && status == Command::Success)
        status = Command::Failure;
    // Skips the remaining destructors, in which Qt would wait for pending name lookups, however long they
    // take.
    std::_Exit(status);
}
