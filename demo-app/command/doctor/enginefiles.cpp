// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "enginefiles.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>

namespace Doctor {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The executable of the child process that renders pages; empty when there is none.
QString engineProcess()
{
    const QString tasks = QStringLiteral("/proc/self/task");
    const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        const QList<QByteArray> children =
            contents(tasks + QLatin1Char('/') + thread + QLatin1String("/children")).split(' ');
        for (const QByteArray &child : children) {
            // The sandbox may make /proc/PID/exe unreadable, but not the command line.
            const QByteArray words =
                contents(QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(child)));
            const QString program = QFile::decodeName(words.left(words.indexOf('\0')));
            if (QFileInfo(program).fileName().startsWith(QLatin1String("QtWebEngineProcess")))
                return program;
        }
    }
    return {};
}

} // namespace

QJsonObject engineFilesInUse()
{
    QJsonObject files;
    const QList<QByteArray> maps = contents(QStringLiteral("/proc/self/maps")).split('\n');
    for (const QByteArray &map : maps) {
        const qsizetype slash = map.indexOf('/');
        if (slash < 0)
            continue;
        const QString path = QFile::decodeName(map.mid(slash));
        const QString name = QFileInfo(path).fileName();
        if (name.contains(QLatin1String("SmartCaptchaWebEngine")))
            files.insert(QStringLiteral("plugin"), path);
        else if (name.contains(QLatin1String("Qt6WebEngineCore")))
            files.insert(QStringLiteral("library"), path);
        else if (name == QLatin1String("qtwebengine_resources.pak"))
            files.insert(QStringLiteral("resources"), path);
        else if (path.contains(QLatin1String("/qtwebengine_locales/")))
            files.insert(QStringLiteral("locale"), path);
    }
    const QString process = engineProcess();
    if (!process.isEmpty())
        files.insert(QStringLiteral("process"), process);
    return files;
}

} // namespace Doctor
