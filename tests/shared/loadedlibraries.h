// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "procfs.h"

#include <QtCore/qstringlist.h>
#include <QtTest/qtest.h>

#include <utility>

/// The libraries and plugins that this process has loaded, in the order of their paths. Linux only.
inline QStringList loadedLibraries()
{
    QStringList libraries;
    const QByteArrayList mappings = ProcFs::contentOf(QCoreApplication::applicationPid(), "maps").split('\n');
    for (const QByteArray &mapping : mappings) {
        const QString file = QFile::decodeName(mapping.mid(mapping.indexOf('/')));
        if (file.contains(QLatin1String(".so")) && !libraries.contains(file))
            libraries << file;
    }
    libraries.sort();
    return libraries;
}

/// Those of a program that has done what its start has begun: plugins are loaded when they are first used.
inline QStringList settledLibraries()
{
    QStringList before;
    QStringList now = loadedLibraries();
    while (now != before) {
        QTest::qWait(50);
        before = std::exchange(now, loadedLibraries());
    }
    return now;
}
