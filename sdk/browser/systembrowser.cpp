// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "systembrowser.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal::SystemBrowser {

bool open(const QUrl &address)
{
    const QString text = address.toString(QUrl::FullyEncoded);
#if defined(Q_OS_WIN)
    // By its whole path, or one in the current folder could be started instead.
    const QDir system(qEnvironmentVariable("SystemRoot", QStringLiteral("C:\\Windows")));
    return QProcess::startDetached(system.filePath(QStringLiteral("System32/rundll32.exe")),
                                   {QStringLiteral("url.dll,FileProtocolHandler"), text});
#elif defined(Q_OS_MACOS)
    return QProcess::startDetached(QStringLiteral("/usr/bin/open"), {text});
#elif QT_CONFIG(process)
    // Without a desktop the program might start a browser for terminals, over whatever runs there.
    const bool hasDesktop =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const QString opener = QStandardPaths::findExecutable(QStringLiteral("xdg-open"));
    if (!hasDesktop || opener.isEmpty())
        return false;
    QProcess process;
    process.setProgram(opener);
    process.setArguments({text});
    // What browsers print is not the program's output.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
#else
    Q_UNUSED(text)
    return false;
#endif
}

} // namespace SmartCaptcha::Internal::SystemBrowser
