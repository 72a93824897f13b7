// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A command line of the program smartcaptcha, up to the point where a command would begin with its work: each
// argument ends with a zero byte, and what follows the byte 04 is standard input. The names of files are
// those of a folder with a few files in it.

#include "application.h"
#include "rule.h"

#include "dispatch.h"
#include "emulatecommand.h"
#include "keyscommand.h"
#include "lintcommand.h"
#include "process/console.h"
#include "process/secretinput.h"
#include "process/standardinput.h"
#include "solvecommand.h"
#include "verifycommand.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qhostaddress.h>

#include <algorithm>

using Fuzz::rule;

namespace {

// What the program reads and writes here, instead of the streams of the process.
QByteArray typed;
QString printed;
QStringList failures;
QString told;
bool began = false;

const QString secret = QStringLiteral("ysc2_%1").arg(QLatin1String("OfTheEnvironment"));

// Beginning with this, a token can be recognised in what the program says.
const QString token = QStringLiteral("secretToken");

int begin()
{
    rule(!began, "a command begins once");
    began = true;
    return Command::Success;
}

class Verify : public VerifyCommand {
protected:
    int ask(SmartCaptchaVerifier &verifier, const QString &given, const QString &ip, bool) override
    {
        rule(!given.isEmpty(), "there is a token");
        rule(verifier.timeout() >= 1 && verifier.timeout() <= 600000, "the timeout is in range");
        rule(ip.isEmpty() || !QHostAddress(ip).isNull(), "an IP address is one");
        const QUrl backend = verifier.backendUrl();
        rule(backend.isEmpty() == !verifier.serverKey().isNull(), "there is a server key, or a backend");
        if (backend.isEmpty()) {
            rule(verifier.serverKey().problem().isEmpty(), "the server key may be one");
            rule(verifier.service().isValid(), "the service is usable");
        } else {
            const QString host = backend.host();
            rule(backend.scheme() == QLatin1String("https")
                     || (backend.scheme() == QLatin1String("http")
                         && (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())),
                 "a backend is asked securely, or on this computer");
            rule(backend.userInfo().isEmpty(), "a backend has no user name");
        }
        return begin();
    }
};

class Solve : public SolveCommand {
protected:
    int solve(const SmartCaptchaOptions &captcha, const Manner &manner) override
    {
        rule(captcha.problems().isEmpty(), "the options can be shown");
        rule(manner.seconds >= 0 && manner.seconds <= 24 * 3600, "the time limit is in range");
        return begin();
    }
};

class Emulate : public EmulateCommand {
protected:
    int serve(SmartCaptchaEmulator &emulator, quint16, int) override
    {
        rule(emulator.delay().count() >= 0 && emulator.delay().count() <= 600000, "the delay is in range");
        rule(!SmartCaptchaEmulator::scenarioName(emulator.scenario()).isEmpty(), "the scenario exists");
        rule(SmartCaptchaOptions(emulator.siteKey()).problems().isEmpty(), "the client key is one");
        rule(emulator.serverKey().problem().isEmpty(), "the server key is one");
        const QStringList sites = emulator.allowedSites();
        for (const QString &site : sites)
            rule(!site.isEmpty() && !site.contains(QLatin1Char('*')), "a site is the name of a host");
        return begin();
    }
};

class Keys : public KeysCommand {
protected:
    int carryOut(const Order &order, const SmartCaptchaServerKey &key) override
    {
        rule(!order.name.trimmed().isEmpty(), "a key has a name");
        rule(order.timeout >= 1 && order.timeout <= 600000, "the timeout is in range");
        rule(!order.reveal || order.action == QLatin1String("get"), "only get reveals a key");
        rule(key.isNull() == (order.action != QLatin1String("set")), "there is a key to set, and only then");
        rule(key.isNull() || (key.problem().isEmpty() && key.hasKnownForm()), "what is kept is a server key");
        return begin();
    }
};

class Lint : public LintCommand {
protected:
    int look(const QStringList &paths, const QStringList &siteKeys, const QString &format) override
    {
        rule(!paths.isEmpty(), "there is something to look at");
        for (const QString &key : siteKeys)
            rule(key.startsWith(QLatin1String("ysc1_")), "a client key is one");
        rule(format == QLatin1String("text") || format == QLatin1String("json")
                 || format == QLatin1String("sarif"),
             "the format exists");
        return begin();
    }
};

const std::vector<std::unique_ptr<Command>> &commands()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Command>> list;
        list.push_back(std::make_unique<Verify>());
        list.push_back(std::make_unique<Solve>());
        list.push_back(std::make_unique<Emulate>());
        list.push_back(std::make_unique<Keys>());
        list.push_back(std::make_unique<Lint>());
        return list;
    }();
    return all;
}

// A folder of our own as the current one, with a file of each kind that an option may name.
void enterFolder()
{
    static const QTemporaryDir folder;
    static const bool once = [] {
        const auto write = [](const char *name, const QByteArray &content) {
            QFile file(folder.filePath(QLatin1String(name)));
            rule(file.open(QIODevice::WriteOnly), "the files can be written");
            file.write(content);
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        };
        const auto certificate = [](const char *name) {
            QFile file(QStringLiteral(TEST_CERTIFICATES "/") + QLatin1String(name));
            rule(file.open(QIODevice::ReadOnly), "the certificates are there");
            return file.readAll();
        };
        write("key", "ysc2_AAAAAAAAAAAAAAAAAAAAcccccccccccccccccccc\n");
        write("wrong", "ysc1_AAAAAAAAAAAAAAAAAAAAcccccccccccccccccccc\n");
        write("long", QByteArray(5000, 'x'));
        write("empty", {});
        write("list", "one\r\ntwo\n\n");
        write("crt", certificate("loopback.crt"));
        write("pem", certificate("loopback.key"));
        qputenv("SMARTCAPTCHA_SERVER_KEY", secret.toLatin1());
        return QDir::setCurrent(folder.path());
    }();
    rule(once, "the folder can be entered");
}

// True if it cannot name a file outside the folder. Addresses can not: nothing here is called "https:".
bool staysHere(const QString &argument)
{
    const qsizetype slash = argument.indexOf(QLatin1Char('/'));
    return slash < 0 || (slash > 0 && argument.at(slash - 1) == QLatin1Char(':'));
}

// True if the token can only be the value of --token: messages may quote what is in another place.
bool isInItsPlace(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const bool isValue =
            arguments.at(i).startsWith(token) && i > 1 && arguments.at(i - 1) == QLatin1String("--token");
        const bool isOwn = arguments.at(i).startsWith(QLatin1String("--token=") + token);
        if (arguments.at(i).contains(token)
            && ((!isValue && !isOwn) || arguments.at(0) != QLatin1String("verify")))
            return false;
    }
    return true;
}

} // namespace

namespace Console {

bool print(const QString &text)
{
    printed += text + QLatin1Char('\n');
    return true;
}

bool finish()
{
    return true;
}

void tell(const QString &text)
{
    told += text;
}

void fail(const QString &message)
{
    failures << message;
}

void warn(const QString &message)
{
    told += message;
}

} // namespace Console

namespace SecretInput {

QByteArray read(const QString &, qint64 limit)
{
    return typed.left(limit + 1);
}

} // namespace SecretInput

namespace StandardInput {

QByteArray read(qint64 limit)
{
    return typed.left(limit);
}

} // namespace StandardInput

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Fuzz::ensureApplication();
    enterFolder();
    const QByteArray all(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = all.indexOf('\x04');
    typed = end < 0 ? QByteArray() : all.mid(end + 1);
    QByteArray line = end < 0 ? all : all.left(end);
    if (line.endsWith('\0'))
        line.chop(1);
    QStringList arguments;
    if (!line.isEmpty()) {
        const QList<QByteArray> parts = line.split('\0');
        for (const QByteArray &part : parts)
            arguments << QString::fromUtf8(part);
    }
    if (!std::all_of(arguments.cbegin(), arguments.cend(), staysHere))
        return 0;
    printed.clear();
    failures.clear();
    told.clear();
    began = false;

    const int status = dispatch(commands(), arguments);

    rule(status == Command::Success || status == Command::WrongUsage, "the status is a documented one");
    rule(failures.size() == (status == Command::WrongUsage ? 1 : 0),
         "wrong usage is one line, good usage is none");
    rule(!began || status == Command::Success, "a command begins only when nothing is wrong");
    rule(failures.isEmpty() || !failures.constFirst().trimmed().isEmpty(), "a failure says what is wrong");
    const QString said = printed + failures.join(QLatin1Char('\n')) + told;
    rule(!said.contains(secret), "the key of the environment is never shown");
    const bool hasKey = std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument.contains(QLatin1String("ysc2_"), Qt::CaseInsensitive);
    });
    rule(!hasKey || status == Command::WrongUsage, "a server key is no argument");
    if (isInItsPlace(arguments))
        rule(!said.contains(token), "a token is never shown");
    const QString key = QString::fromUtf8(typed).trimmed();
    if (key.startsWith(QLatin1String("ysc2_")) && key.size() > 12
        && !arguments.join(QLatin1Char(' ')).contains(key))
        rule(!said.contains(key), "a key from standard input is never shown");
    return 0;
}
