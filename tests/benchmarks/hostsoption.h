// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "hosts/anyhost.h"

#include <QtCore/qcommandlineparser.h>

/// With what a benchmark is restricted to some kinds of hosts.
inline QCommandLineOption hostsOption()
{
    QStringList all;
    for (const auto &named : namedHosts)
        all << QLatin1String(named.second);
    const QString text = all.join(QLatin1Char(','));
    return {QStringLiteral("hosts"), QStringLiteral("What is measured (%1).").arg(text),
            QStringLiteral("list"), text};
}

/// Those that it names. A name that there is not ends the program.
inline QList<std::pair<Host, QString>> chosenHosts(const QCommandLineParser &parser)
{
    QStringList wanted = parser.value(hostsOption()).split(QLatin1Char(','));
    QList<std::pair<Host, QString>> chosen;
    for (const auto &[host, name] : namedHosts) {
        if (wanted.removeAll(QLatin1String(name)) > 0)
            chosen.append({host, QLatin1String(name)});
    }
    if (!wanted.isEmpty())
        qFatal("There is no host %s", qPrintable(wanted.join(QLatin1Char(','))));
    return chosen;
}
