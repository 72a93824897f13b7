// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "footprint.h"

#include "shared/eventually.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qhash.h>

#include <malloc.h>

namespace {

QByteArray contentOf(qint64 process, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Without mapped files, whose share depends on who else has mapped them.
qint64 ownMemory(qint64 process)
{
    qint64 size = 0;
    const QByteArrayList lines = contentOf(process, "smaps_rollup").split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss_Anon:") || line.startsWith("Pss_Shmem:"))
            size += line.mid(line.indexOf(':') + 1).simplified().split(' ').first().toLongLong();
    }
    return size;
}

QList<qint64> descendants()
{
    QHash<qint64, qint64> parents;
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : all) {
        bool isProcess = false;
        const qint64 process = name.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        // The fields after the name, which may contain anything.
        const QByteArray stat = contentOf(process, "stat");
        const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.value(0) != "Z")
            parents.insert(process, fields.value(1).toLongLong());
    }
    QList<qint64> found;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        qint64 ancestor = it.value();
        while (ancestor > 1 && ancestor != QCoreApplication::applicationPid())
            ancestor = parents.value(ancestor);
        if (ancestor > 1)
            found << it.key();
    }
    return found;
}

} // namespace

Footprint Footprint::now()
{
    malloc_trim(0);
    const struct mallinfo2 allocated = mallinfo2();
    Footprint footprint;
    footprint.heap = static_cast<qint64>(allocated.uordblks + allocated.hblkhd) / 1024;
    footprint.memory = ownMemory(QCoreApplication::applicationPid());
    const QList<qint64> started = descendants();
    for (const qint64 process : started)
        footprint.memory += ownMemory(process);
    // Without "." and "..", and without the one that reads the folder.
    footprint.descriptors =
        static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                             .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                             .size())
        - 1;
    footprint.processes = static_cast<int>(started.size());
    return footprint;
}

Footprint Footprint::atRest()
{
    Footprint least = now();
    for (int unchanged = 0; unchanged < 5; ++unchanged) {
        letPass(50, "what has been closed has to end");
        const Footprint footprint = now();
        if (footprint.heap < least.heap || footprint.descriptors < least.descriptors
            || footprint.processes < least.processes) {
            unchanged = 0;
            least = footprint;
        }
    }
    return least;
}
