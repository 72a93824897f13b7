// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "softwarechecks.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qlibraryinfo.h>
#include <QtCore/qlocale.h>
#include <QtCore/qsysinfo.h>
#include <QtNetwork/qsslsocket.h>

namespace Doctor {

namespace {

/// The folder of a QML module; empty when it is not in any import path.
QString qmlModule(const QString &name)
{
    QStringList folders;
    for (const char *variable : {"QML_IMPORT_PATH", "QML2_IMPORT_PATH"})
        folders += qEnvironmentVariable(variable).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders << QLibraryInfo::path(QLibraryInfo::QmlImportsPath);
    // Where the module is if this program and the SDK were installed, or built, together.
    folders << QDir(QCoreApplication::applicationDirPath())
                   .absoluteFilePath(QStringLiteral(SMARTCAPTCHA_QML_FROM_PROGRAM));
    for (const QString &folder : std::as_const(folders)) {
        const QString module = QDir::cleanPath(folder + QLatin1Char('/') + name);
        if (QFileInfo::exists(module + QLatin1String("/qmldir")))
            return module;
    }
    return {};
}

Check versions()
{
    QString text = QStringLiteral("SmartCaptcha %1, Qt %2")
                       .arg(SmartCaptcha::version().toString(), QString::fromLatin1(qVersion()));
    if (QString::fromLatin1(qVersion()) != QLatin1String(QT_VERSION_STR))
        text += QStringLiteral(" (built with %1)").arg(QLatin1String(QT_VERSION_STR));
    text += QStringLiteral(", %1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    return {QStringLiteral("sdk"), QStringLiteral("SDK"), State::Ok, text, {}};
}

Check tlsLibrary()
{
    const QString title = QStringLiteral("TLS library");
    if (QSslSocket::supportsSsl())
        return {QStringLiteral("tlsLibrary"), title, State::Ok, QSslSocket::sslLibraryVersionString(), {}};
    return {QStringLiteral("tlsLibrary"), title, State::Problem,
            QStringLiteral("Qt finds no TLS library, so https is not possible; it needs %1")
                .arg(QSslSocket::sslLibraryBuildVersionString()),
            QStringLiteral("install OpenSSL of that version, and Qt's TLS plugins")};
}

Checks qmlModules()
{
    const QString sdk = qmlModule(QStringLiteral("SmartCaptcha"));
    const QString engine = qmlModule(QStringLiteral("QtWebEngine"));
    const QString view = qmlModule(QStringLiteral("QtWebView"));
    const auto check = [](const char *id, const QString &name, const QString &folder, bool needed,
                          const QString &advice) -> Check {
        const bool missing = folder.isEmpty();
        return {QString::fromLatin1(id), QStringLiteral("QML module"),
                missing && needed ? State::Warning : State::Ok,
                missing ? QStringLiteral("%1 was not found").arg(name) : name + QStringLiteral(": ") + folder,
                missing && needed ? advice : QString()};
    };
    return {
        check(
            "qmlSmartCaptcha", QStringLiteral("SmartCaptcha"), sdk, true,
            QStringLiteral("for programs in QML: install the SDK with its QML module, or name its folder in "
                           "QML_IMPORT_PATH")),
        // QtQuick imports it, and Debian 12 has it in a package of its own, which no other one brings.
        check(
            "qmlWorkerScript", QStringLiteral("QtQml.WorkerScript"),
            qmlModule(QStringLiteral("QtQml/WorkerScript")), true,
            QStringLiteral("for programs in QML; on Debian: apt-get install qml6-module-qtqml-workerscript")),
        // One of the two modules is enough.
        check("qmlWebEngine", QStringLiteral("QtWebEngine"), engine, view.isEmpty(),
              QStringLiteral("for programs in QML; on Debian: apt-get install qml6-module-qtwebengine")),
        check("qmlWebView", QStringLiteral("QtWebView"), view, engine.isEmpty(),
              QStringLiteral("for programs in QML; on Debian: apt-get install qml6-module-qtwebview")),
    };
}

// Which browser the desktop would start cannot be found out in the same way everywhere.
Check browser()
{
#ifdef SMARTCAPTCHA_WITH_BROWSER
    const QString text =
        QStringLiteral("widget, item and smartcaptcha solve can show captchas in the person's "
                       "own browser");
#else
    const QString text = QStringLiteral("widget and item can show captchas in the person's own browser; "
                                        "SmartCaptcha::Browser is not part of this build");
#endif
    return {
        QStringLiteral("browser"), QStringLiteral("Browser"), State::Ok, text,
        QStringLiteral("only if 127.0.0.1 is in the captcha's list of hosts, in the service's console; the "
                       "service does not tell programs whether it is, so try it")};
}

Check language()
{
    const QLocale locale;
    const QString shown = SmartCaptchaOptions().effectiveLanguage();
    const bool spoken = locale.language() == QLocale::C || locale.name().startsWith(shown);
    return {QStringLiteral("language"),
            QStringLiteral("Language"),
            State::Ok,
            spoken ? QStringLiteral("%1; the captcha is shown in %2").arg(locale.name(), shown)
                   : QStringLiteral("%1, which the service does not support; the captcha is shown in English")
                         .arg(locale.name()),
            {}};
}

} // namespace

Checks softwareChecks()
{
    return Checks{versions(), tlsLibrary()} + qmlModules() + Checks{browser(), language()};
}

} // namespace Doctor
