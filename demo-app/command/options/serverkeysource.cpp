// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "serverkeysource.h"

#include "optionset.h"
#include "process/console.h"

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
#include "keychain.h"
#endif

#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>

namespace ServerKeySource {

namespace {

QString keychainOption()
{
    return QStringLiteral("keychain");
}

QString fileOption()
{
    return QStringLiteral("server-key-file");
}

constexpr qint64 maximumFileSize = 4096;

Found none(const QString &problem)
{
    return {SmartCaptchaServerKey(), problem};
}

#ifdef SMARTCAPTCHA_WITH_KEYSTORE

Found fromKeychain(const QString &name)
{
    SmartCaptchaKeyStore store;
    store.setTimeout(Keychain::usualTimeout);
    const SmartCaptchaKeyStoreResult result = Keychain::ended(store.read(name));
    if (result.isOk())
        return {result.key(), {}};
    return none(QStringLiteral("no key '%1' from the keychain: %2").arg(name, result.details()));
}

#else

Found fromKeychain(const QString &)
{
    return none(
        QStringLiteral("--keychain is not in this build, because SmartCaptcha::KeyStore was left out; "
                       "it needs QtKeychain"));
}

#endif

Found fromEnvironment()
{
    const SmartCaptchaServerKey key(qEnvironmentVariable("SMARTCAPTCHA_SERVER_KEY"));
    if (key.isNull())
        return none(
            QStringLiteral("there is no server key; set SMARTCAPTCHA_SERVER_KEY, or use --keychain or "
                           "--server-key-file"));
    return {key, {}};
}

Found checked(const Found &found)
{
    const QString problem = found.problem.isEmpty() ? found.key.problem() : found.problem;
    return problem.isEmpty() ? found : none(problem);
}

} // namespace

void addOptions(OptionSet &options)
{
    options.addValue(keychainOption(), QStringLiteral("NAME"),
                     QStringLiteral("take the server key from the system's keychain"));
    options.addValue(fileOption(), QStringLiteral("FILE"),
                     QStringLiteral("take it from a file; else from SMARTCAPTCHA_SERVER_KEY"));
}

Found find(const OptionSet &options)
{
    if (options.isSet(keychainOption()) && options.isSet(fileOption()))
        return none(QStringLiteral("--keychain and --server-key-file exclude each other"));

    if (options.isSet(fileOption()))
        return fromFile(options.value(fileOption()));
    return checked(options.isSet(keychainOption()) ? fromKeychain(options.value(keychainOption()))
                                                   : fromEnvironment());
}

Found fromFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return none(QStringLiteral("the file of the server key cannot be read: %1: %2")
                        .arg(name, file.errorString()));
    const QByteArray content = file.read(maximumFileSize + 1);
    if (content.size() > maximumFileSize)
        return none(QStringLiteral("%1 is too long for the file of a server key").arg(name));
    // Only a warning: secrets mounted into a container are often readable by every user in it.
    const QFile::Permissions permissions = file.permissions();
    if (QFileInfo(file).isFile() && permissions.testAnyFlags(QFile::ReadOther | QFile::WriteOther))
        Console::warn(QStringLiteral("other users can read or change %1 (chmod 600 helps)").arg(name));
    const SmartCaptchaServerKey key(QString::fromUtf8(content));
    if (key.isNull())
        return none(QStringLiteral("%1 is empty; it should hold the server key").arg(name));
    return checked({key, {}});
}

} // namespace ServerKeySource
