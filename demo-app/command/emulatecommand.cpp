// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "emulatecommand.h"

#include "options/optionset.h"
#include "options/serverkeysource.h"
#include "process/console.h"
#include "process/termination.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslkey.h>
#include <QtNetwork/qsslsocket.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace {

constexpr int maximumDelay = 600000;
constexpr int maximumTokens = 1000;

QString about()
{
    return QStringLiteral(
        "Serves the whole captcha service on 127.0.0.1, and prints one line of JSON as soon as it\n"
        "does: url, siteKey, serverKey, scenario; pageOrigin, a site that the key allows;\n"
        "backendUrl, which answers for an application's own backend; and tokens, if they are\n"
        "wanted. Keys that are not given are made up. Ctrl+C or SIGTERM ends it.");
}

void declare(OptionSet &options)
{
    const auto add = [&options](const char *option, const char *value, const char *description) {
        options.addValue(QString::fromLatin1(option), QString::fromLatin1(value),
                         QString::fromLatin1(description));
    };
    add("port", "N", "the port to listen at; 0, the default, is any free one");
    add("tls-cert", "FILE", "serve https with this certificate (PEM, with its chain)");
    add("tls-key", "FILE", "the private key of the certificate (PEM, not encrypted)");
    add("scenario", "NAME", "what happens to those who use it (human)");
    add("delay", "MS", "how late the slow scenarios are, milliseconds from 0 to 600000 (3000)");
    options.addList(QStringLiteral("allow-site"), QStringLiteral("HOST"),
                    QStringLiteral("a host, and those below it, whose pages may show the widget, besides "
                                   "localhost, 127.0.0.1 and example.com; may be given several times"));
    add("tokens", "N", "issue so many tokens, each of which is good once and for five minutes (0)");
    add("site-key", "KEY", "the client key, such as a page that exists already has");
    add("server-key-file", "FILE", "a file with the server key that belongs to it");
    options.addSwitch(QStringLiteral("list-scenarios"), QStringLiteral("list the scenarios and exit"));
}

QString scenarioList()
{
    const QStringList names = SmartCaptchaEmulator::scenarioNames();
    qsizetype width = 0;
    for (const QString &name : names)
        width = std::max(width, name.size());
    QStringList lines;
    for (const QString &name : names)
        lines.append(QStringLiteral("%1  %2")
                         .arg(name, -int(width))
                         .arg(SmartCaptchaEmulator::scenarioDescription(name)));
    return lines.join(QLatin1Char('\n'));
}

/// The content of a PEM file; on failure, @p problem says why it cannot be read.
QByteArray readPem(const QString &name, QString &problem)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString());
        return {};
    }
    return file.readAll();
}

/// Reads certificate and key into @p configuration. Returns what is wrong with them, or an empty string.
QString readTls(const QString &certificateFile, const QString &keyFile, QSslConfiguration &configuration)
{
    if (!QSslSocket::supportsSsl())
        return QStringLiteral("this Qt has no TLS, so https cannot be served");
    QString problem;
    const QByteArray certificatePem = readPem(certificateFile, problem);
    if (!problem.isEmpty())
        return problem;
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return QStringLiteral("%1 holds no certificate in PEM form").arg(certificateFile);

    const QByteArray keyPem = readPem(keyFile, problem);
    if (!problem.isEmpty())
        return problem;
    QSslKey key(keyPem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(keyPem, QSsl::Ec);
    if (key.isNull())
        return QStringLiteral("%1 holds no RSA or EC private key in PEM form without a password")
            .arg(keyFile);
    if (key.algorithm() != chain.first().publicKey().algorithm())
        return QStringLiteral("%1 is not the private key of %2").arg(keyFile, certificateFile);

    configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return {};
}

std::optional<quint16> portFrom(const QString &text)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    return isNumber ? std::optional<quint16>(port) : std::nullopt;
}

bool isHostName(const QString &text)
{
    QUrl url;
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && !text.contains(QLatin1Char('*'));
}

/// Applies the keys, sites and delay in @p options to @p emulator. Returns what is wrong with them, or an
/// empty string.
QString configure(SmartCaptchaEmulator &emulator, const OptionSet &options)
{
    const QString siteKey = options.value(QStringLiteral("site-key"));
    if (!siteKey.isEmpty()) {
        const QStringList problems = SmartCaptchaOptions(siteKey).problems();
        if (!problems.isEmpty())
            return QStringLiteral("--site-key is not usable: ") + problems.first();
    }
    ServerKeySource::Found serverKey;
    if (options.isSet(QStringLiteral("server-key-file")))
        serverKey = ServerKeySource::fromFile(options.value(QStringLiteral("server-key-file")));
    if (!serverKey.problem.isEmpty())
        return serverKey.problem;
    if (!siteKey.isEmpty() && !serverKey.key.isNull() && !serverKey.key.belongsTo(siteKey))
        return QStringLiteral("the key of --site-key and that of --server-key-file are not a pair");
    emulator.setKeys(siteKey, serverKey.key);

    QStringList sites = emulator.allowedSites();
    const QStringList added = options.values(QStringLiteral("allow-site"));
    for (const QString &site : added) {
        if (!isHostName(site))
            return QStringLiteral("--allow-site '%1' is not the name of a host").arg(site);
        sites << site;
    }
    emulator.setAllowedSites(sites);

    if (options.isSet(QStringLiteral("delay"))) {
        bool isNumber = false;
        const int delay = options.value(QStringLiteral("delay")).toInt(&isNumber);
        if (!isNumber || delay < 0 || delay > maximumDelay)
            return QStringLiteral("--delay is a number of milliseconds from 0 to 600000");
        emulator.setDelay(std::chrono::milliseconds(delay));
    }
    return {};
}

} // namespace

QString EmulateCommand::name() const
{
    return QStringLiteral("emulate");
}

QString EmulateCommand::summary() const
{
    return QStringLiteral("serve the whole captcha service on this computer");
}

int EmulateCommand::run(const QStringList &arguments)
{
    OptionSet options(name(), about());
    declare(options);
    if (const auto status = options.parse(arguments))
        return *status;
    if (options.isSet(QStringLiteral("list-scenarios"))) {
        Console::print(scenarioList());
        return Success;
    }
    const auto wrong = [this](const QString &what) {
        Console::fail(name() + QStringLiteral(": ") + what);
        return WrongUsage;
    };

    SmartCaptchaEmulator emulator;
    const QString scenario =
        options.value(QStringLiteral("scenario"), SmartCaptchaEmulator::scenarioName(emulator.scenario()));
    if (!emulator.setScenario(scenario))
        return wrong(QStringLiteral("there is no scenario '%1'; --list-scenarios lists them").arg(scenario));
    const QString unusable = configure(emulator, options);
    if (!unusable.isEmpty())
        return wrong(unusable);
    const std::optional<quint16> port = portFrom(options.value(QStringLiteral("port"), QStringLiteral("0")));
    if (!port)
        return wrong(QStringLiteral("--port is a number from 0 to 65535"));

    bool isNumber = false;
    const int tokens = options.value(QStringLiteral("tokens"), QStringLiteral("0")).toInt(&isNumber);
    if (!isNumber || tokens < 0 || tokens > maximumTokens)
        return wrong(QStringLiteral("--tokens is a number from 0 to 1000"));

    const QString certificate = options.value(QStringLiteral("tls-cert"));
    const QString key = options.value(QStringLiteral("tls-key"));
    if (certificate.isEmpty() != key.isEmpty())
        return wrong(QStringLiteral("--tls-cert and --tls-key belong together"));
    if (!certificate.isEmpty()) {
        QSslConfiguration configuration;
        const QString problem = readTls(certificate, key, configuration);
        if (!problem.isEmpty())
            return wrong(problem);
        emulator.setSslConfiguration(configuration);
    }
    return serve(emulator, *port, tokens);
}

int EmulateCommand::serve(SmartCaptchaEmulator &emulator, quint16 port, int tokens)
{
    // Created before the line is printed: whoever reads the line may end the program immediately.
    const Termination termination;
    QObject::connect(&termination, &Termination::requested, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    if (!emulator.listen(port)) {
        Console::fail(
            name() + QStringLiteral(": cannot listen at port %1: %2").arg(port).arg(emulator.errorString()));
        return WrongUsage;
    }

    QJsonObject serving{
        {QStringLiteral("url"), emulator.url().toString()},
        {QStringLiteral("siteKey"), emulator.siteKey()},
        // It is valid for this emulator only, or comes from a file of the user's own.
        {QStringLiteral("serverKey"), emulator.serverKey().secretValue()},
        {QStringLiteral("scenario"), SmartCaptchaEmulator::scenarioName(emulator.scenario())},
        {QStringLiteral("pageOrigin"), emulator.pageOrigin().toString()},
        {QStringLiteral("backendUrl"), emulator.backendUrl().toString()},
    };
    if (tokens > 0) {
        QJsonArray issued;
        for (int i = 0; i < tokens; ++i)
            issued << emulator.issueToken();
        serving.insert(QStringLiteral("tokens"), issued);
    }
    // Without this line nobody would know the address.
    if (!Console::print(QString::fromUtf8(QJsonDocument(serving).toJson(QJsonDocument::Compact))))
        return Failure;
    return QCoreApplication::exec();
}
