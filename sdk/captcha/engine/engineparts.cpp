// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "engineparts.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qlibraryinfo.h>

#include <algorithm>

namespace SmartCaptcha::Internal::EngineParts {

namespace {

// On macOS they are inside the framework; phones have no Qt WebEngine.
#if defined(Q_OS_MACOS) || defined(Q_OS_ANDROID) || defined(Q_OS_IOS)
constexpr bool areFiles = false;
#else
constexpr bool areFiles = true;
#endif

struct Part {
    QString name;
    QStringList files; // any one of them is enough
    const char *variable;
};

QStringList inFolders(const QStringList &folders, const QStringList &names)
{
    QStringList files;
    for (const QString &folder : folders) {
        for (const QString &name : names)
            files << QDir::cleanPath(folder + QLatin1Char('/') + name);
    }
    return files;
}

// The executable that runs pages. The variable names the file itself.
Part process()
{
    const char *const variable = "QTWEBENGINEPROCESS_PATH";
    const QString name = QStringLiteral("QtWebEngineProcess");
    if (qEnvironmentVariableIsSet(variable))
        return {name, {qEnvironmentVariable(variable)}, variable};
#ifdef Q_OS_WIN
    const QStringList names{QStringLiteral("QtWebEngineProcess.exe"),
                            QStringLiteral("QtWebEngineProcessd.exe")};
#else
    const QStringList names{name};
#endif
    return {
        name,
        inFolders({QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath),
                   QLibraryInfo::path(QLibraryInfo::BinariesPath), QCoreApplication::applicationDirPath()},
                  names),
        variable};
}

// The one resource file that it cannot start without. The variable names the folder.
Part resources()
{
    const char *const variable = "QTWEBENGINE_RESOURCES_PATH";
    const QString name = QStringLiteral("qtwebengine_resources.pak");
    if (qEnvironmentVariableIsSet(variable))
        return {name, inFolders({qEnvironmentVariable(variable)}, {name}), variable};
    const QString data = QLibraryInfo::path(QLibraryInfo::DataPath);
    return {name,
            inFolders({data + QLatin1String("/resources"), data, QCoreApplication::applicationDirPath(),
                       QDir::homePath() + QLatin1String("/.") + QCoreApplication::applicationName()},
                      {name}),
            variable};
}

} // namespace

QString missing()
{
    if (!areFiles)
        return {};
    for (const Part &part : {process(), resources()}) {
        const bool found = std::any_of(part.files.cbegin(), part.files.cend(),
                                       [](const QString &file) { return QFileInfo(file).isFile(); });
        if (!found)
            return QStringLiteral("Qt WebEngine cannot start: its file %1 was not found. Looked for: %2. "
                                  "Set %3 to use another place.")
                .arg(part.name, part.files.join(QLatin1String(", ")), QLatin1String(part.variable));
    }
    return {};
}

} // namespace SmartCaptcha::Internal::EngineParts
