// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearraylist.h>
#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qhash.h>

/// What Linux tells about processes.
namespace ProcFs {

/// The file @p name of the process; empty if there is none any more.
inline QByteArray contentOf(qint64 process, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The fields of `stat` after the name, which may contain anything: the first is the state, the second the
/// parent.
inline QByteArrayList statOf(qint64 process)
{
    const QByteArray stat = contentOf(process, "stat");
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ');
}

inline qint64 parentOf(qint64 process)
{
    return statOf(process).value(1).toLongLong();
}

/// The processes that @p ancestor has started, directly or not, and that are still alive.
inline QList<qint64> descendants(qint64 ancestor = QCoreApplication::applicationPid())
{
    QHash<qint64, qint64> parents;
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : all) {
        bool isProcess = false;
        const qint64 process = name.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        const QByteArrayList fields = statOf(process);
        if (fields.value(0) != "Z")
            parents.insert(process, fields.value(1).toLongLong());
    }
    QList<qint64> found;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        qint64 parent = it.value();
        while (parent > 1 && parent != ancestor)
            parent = parents.value(parent);
        if (parent > 1)
            found << it.key();
    }
    return found;
}

/// How much memory of each kind the process has, in KiB: the fields of `smaps_rollup`.
inline QHash<QByteArray, qint64> memoryOf(qint64 process)
{
    QHash<QByteArray, qint64> memory;
    const QByteArrayList lines = contentOf(process, "smaps_rollup").split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.first().endsWith(':'))
            memory.insert(fields.first().chopped(1), fields.value(1).toLongLong());
    }
    return memory;
}

} // namespace ProcFs
