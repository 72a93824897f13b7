// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "hosts/anyhost.h"

#include <QtCore/qcommandlineparser.h>

/// With what a benchmark is restricted to some kinds of hosts.
inline QCommandLineOption hostsOption()
{
    const QString all = QStringLiteral("widget,WebEngine,WebView");
    return {QStringLiteral("hosts"), QStringLiteral("What is measured (%1).").arg(all),
            QStringLiteral("list"), all};
}

/// Those that it names.
inline QList<std::pair<Host, QString>> chosenHosts(const QCommandLineParser &parser)
{
    const QStringList wanted = parser.value(hostsOption()).split(QLatin1Char(','));
    QList<std::pair<Host, QString>> chosen;
    for (const auto &[host, name] : namedHosts) {
        if (wanted.contains(QLatin1String(name)))
            chosen.append({host, QLatin1String(name)});
    }
    return chosen;
}
