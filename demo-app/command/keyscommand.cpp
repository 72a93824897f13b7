// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keyscommand.h"

#include "options/keychain.h"
#include "options/optionset.h"
#include "options/serverkeysource.h"
#include "process/console.h"
#include "process/secretinput.h"
#include "shared/oneline.h"

#include <SmartCaptcha/SmartCaptchaKeyStore>
#include <SmartCaptcha/SmartCaptchaServerKey>

#ifdef Q_OS_WIN
#include <QtCore/qt_windows.h>
#else
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace {

using Result = SmartCaptchaKeyStoreResult;
using Status = Result::Status;

constexpr int maximumTimeout = 600000;
constexpr qint64 maximumInput = 4096;

QString about()
{
    return QStringLiteral(
        "Keeps server keys in the system's keychain, where verify --keychain NAME finds them.\n"
        "\n"
        "  set NAME     stores the key that it reads from standard input, typed unseen on a terminal,\n"
        "               in place of one that is there already\n"
        "  get NAME     says whether there is a key, as ysc2_\u2026; --reveal prints it whole\n"
        "  remove NAME  removes it\n"
        "\n"
        "A key is never taken from an argument. The exit status is 0 when it is done, 1 when the\n"
        "keychain has no such key or cannot do it, 2 for wrong usage or what is no server key.");
}

bool isStandardOutputAFile()
{
#ifdef Q_OS_WIN
    return GetFileType(GetStdHandle(STD_OUTPUT_HANDLE)) == FILE_TYPE_DISK;
#else
    struct stat status = {};
    return fstat(STDOUT_FILENO, &status) == 0 && S_ISREG(status.st_mode);
#endif
}

QString inWords(const Result &result, const QString &name)
{
    switch (result.status()) {
    case Status::Ok:
        break;
    case Status::NotFound:
        return QStringLiteral("there is no key '%1' in the keychain").arg(name);
    case Status::Denied:
        return QStringLiteral("the keychain is locked, or access was refused; unlock it and try again (%1)")
            .arg(result.details());
    case Status::Unavailable:
        return QStringLiteral("no keychain can be used here, and keys are kept nowhere else (%1)")
            .arg(result.details());
    case Status::Timeout:
        return QStringLiteral("the keychain did not answer in time; perhaps it asks for a password (%1)")
            .arg(result.details());
    case Status::Failed:
        return QStringLiteral("the keychain could not do it (%1)").arg(result.details());
    }
    return {};
}

/// Reads the key to store; on failure, @p problem says what is wrong.
SmartCaptchaServerKey askForKey(const QString &name, QString &problem)
{
    const QByteArray typed = SecretInput::read(
        QStringLiteral("Server key for '%1' (it is not shown): ").arg(onOneLine(name)), maximumInput);
    const SmartCaptchaServerKey key(QString::fromUtf8(typed));
    if (typed.size() > maximumInput)
        problem = QStringLiteral("standard input is too long for a server key");
    else if (key.isNull())
        problem = QStringLiteral("there is no key on standard input");
    else
        problem = key.problem();
    if (problem.isEmpty() && !key.hasKnownForm())
        problem = QStringLiteral("this is no server key; those begin with ysc2_");
    return key;
}

} // namespace

QString KeysCommand::name() const
{
    return QStringLiteral("keys");
}

QString KeysCommand::summary() const
{
    return QStringLiteral("keep server keys in the system's keychain");
}

int KeysCommand::run(const QStringList &arguments)
{
    OptionSet options(name(), about());
    options.allowArguments(QStringLiteral("set|get|remove NAME"), 2, 2);
    options.addSwitch(QStringLiteral("reveal"),
                      QStringLiteral("with get: print the whole key, to a terminal or a pipe"));
    options.addValue(QStringLiteral("timeout"), QStringLiteral("MS"),
                     QStringLiteral("milliseconds to wait for the keychain, from 1 to 600000 (60000)"));
    if (const auto status = options.parse(arguments))
        return *status;
    const auto fail = [this](const QString &what, ExitStatus status) {
        Console::fail(name() + QStringLiteral(": ") + what);
        return status;
    };

    const QString action = options.arguments().at(0);
    const QString key = options.arguments().at(1);
    if (action != QLatin1String("set") && action != QLatin1String("get") && action != QLatin1String("remove"))
        return fail(QStringLiteral("it can set, get and remove, not '%1'").arg(action), WrongUsage);
    if (key.trimmed().isEmpty())
        return fail(QStringLiteral("the name of the key is empty"), WrongUsage);
    bool isNumber = false;
    const int timeout =
        options.value(QStringLiteral("timeout"), QString::number(Keychain::usualTimeout)).toInt(&isNumber);
    if (!isNumber || timeout < 1 || timeout > maximumTimeout)
        return fail(QStringLiteral("--timeout is a number of milliseconds from 1 to 600000"), WrongUsage);
    const bool reveal = options.isSet(QStringLiteral("reveal"));
    if (reveal && action != QLatin1String("get"))
        return fail(QStringLiteral("--reveal belongs to get"), WrongUsage);
    if (reveal && isStandardOutputAFile())
        return fail(QStringLiteral("--reveal writes to a terminal or a pipe, not into a file, where the key "
                                   "would lie in plain text"),
                    WrongUsage);

    SmartCaptchaServerKey given;
    if (action == QLatin1String("set")) {
        QString problem;
        given = askForKey(key, problem);
        if (!problem.isEmpty())
            return fail(problem, WrongUsage);
    }
    return carryOut({action, key, timeout, reveal}, given);
}

int KeysCommand::carryOut(const Order &order, const SmartCaptchaServerKey &key)
{
    SmartCaptchaKeyStore store;
    store.setTimeout(order.timeout);
    Result result;
    if (order.action == QLatin1String("set")) {
        result = Keychain::ended(store.write(order.name, key));
        if (result.isOk())
            Console::print(QStringLiteral("stored %1 as '%2'").arg(key.redacted(), onOneLine(order.name)));
    } else if (order.action == QLatin1String("get")) {
        result = Keychain::ended(store.read(order.name));
        if (result.isOk())
            Console::print(order.reveal ? result.key().secretValue() : result.key().redacted());
    } else {
        result = Keychain::ended(store.remove(order.name));
        if (result.isOk())
            Console::print(QStringLiteral("removed '%1'").arg(onOneLine(order.name)));
    }
    if (result.isOk())
        return Success;
    Console::fail(name() + QStringLiteral(": ") + inWords(result, order.name));
    return Failure;
}
