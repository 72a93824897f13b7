// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "systemchecks.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qlibrary.h>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace Doctor {

namespace {

#ifdef Q_OS_LINUX

/// Whether this user's processes may create user namespaces; found out by trying.
bool hasUserNamespaces()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(unshare(CLONE_NEWUSER) == 0 ? 0 : 1);
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Check sandbox()
{
    const QString id = QStringLiteral("sandbox");
    const QString title = QStringLiteral("Sandbox");
    // Qt WebEngine only checks whether it is set.
    const bool variable = qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX");
    const bool flag =
        qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains(QLatin1String("--no-sandbox"));
    if (variable || flag)
        return {
            id, title, State::Warning,
            QStringLiteral("off, because %1 says so")
                .arg(variable ? QLatin1String("QTWEBENGINE_DISABLE_SANDBOX")
                              : QLatin1String("QTWEBENGINE_CHROMIUM_FLAGS")),
            QStringLiteral("good for containers and tests; on a person's computer run as an ordinary user "
                           "without it")};
    if (geteuid() == 0)
        return {id,
                title,
                State::Problem,
                QStringLiteral("this is root, and Qt WebEngine does not start as root with its sandbox"),
                QStringLiteral("run as an ordinary user; in a container set QTWEBENGINE_DISABLE_SANDBOX=1"),
                true};
    if (!hasUserNamespaces())
        return {
            id,
            title,
            State::Problem,
            QStringLiteral("the system allows no user namespaces, which the sandbox of Qt WebEngine is "
                           "built on"),
            QStringLiteral("allow them (sysctl kernel.unprivileged_userns_clone, user.max_user_namespaces, "
                           "AppArmor's profile of the program); in a container set "
                           "QTWEBENGINE_DISABLE_SANDBOX=1"),
            true};
    return {id, title, State::Ok, QStringLiteral("user namespaces can be made"), {}};
}

Check graphics()
{
    const QString id = QStringLiteral("graphics");
    const QString title = QStringLiteral("Graphics");
    const QStringList devices =
        QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*")}, QDir::System | QDir::Files);
    const bool software = qEnvironmentVariable("LIBGL_ALWAYS_SOFTWARE") == QLatin1String("1")
        || qEnvironmentVariable("QT_QUICK_BACKEND") == QLatin1String("software")
        || qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains(QLatin1String("--disable-gpu"));
    if (devices.isEmpty())
        return {
            id, title, State::Ok, QStringLiteral("no graphics device; everything is drawn in software"), {}};
    const QString device = QStringLiteral("/dev/dri/") + devices.first();
    if (software)
        return {id,
                title,
                State::Ok,
                device + QStringLiteral("; drawn in software, as the environment asks"),
                {}};
    if (!QFileInfo(device).isWritable())
        return {id, title, State::Warning,
                device + QStringLiteral(" may not be used by this user; everything is drawn in software"),
                QStringLiteral("put the user into the group render or video")};
    return {id, title, State::Ok, device, {}};
}

/// Why the display server named in the environment cannot be reached; empty when it can.
QString displayProblem(QString &name)
{
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    const QString x11 = qEnvironmentVariable("DISPLAY");
    if (!wayland.isEmpty()) {
        name = QStringLiteral("Wayland, ") + wayland;
        const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
        const QString socket = QDir(folder).absoluteFilePath(wayland);
        const bool isNamed = !folder.isEmpty() || QDir::isAbsolutePath(wayland);
        if (isNamed && QFileInfo::exists(socket))
            return {};
        if (x11.isEmpty() && !isNamed)
            return QStringLiteral("WAYLAND_DISPLAY is %1, but XDG_RUNTIME_DIR is not set").arg(wayland);
        if (x11.isEmpty())
            return QStringLiteral("WAYLAND_DISPLAY is %1, but there is no %2").arg(wayland, socket);
    }
    if (x11.isEmpty())
        return QStringLiteral("there is none: neither WAYLAND_DISPLAY nor DISPLAY is set");
    name = QStringLiteral("X11, ") + x11;
    // Only a display on this computer is tried.
    if (!x11.startsWith(QLatin1Char(':')))
        return {};
    const QString number = x11.mid(1).section(QLatin1Char('.'), 0, 0);
    const QString socket = QStringLiteral("/tmp/.X11-unix/X") + number;
    QFile sockets(QStringLiteral("/proc/net/unix"));
    const bool listens = QFileInfo::exists(socket)
        || (sockets.open(QIODevice::ReadOnly) && sockets.readAll().contains('@' + socket.toLatin1()));
    return listens ? QString() : QStringLiteral("DISPLAY is %1, but nothing serves it").arg(x11);
}

#endif

Check display()
{
    const QString id = QStringLiteral("display");
    const QString title = QStringLiteral("Display");
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM")
                                 .section(QLatin1Char(';'), 0, 0)
                                 .section(QLatin1Char(':'), 0, 0);
    if (!platform.isEmpty()) {
        bool found = false;
        const QStringList folders = QCoreApplication::libraryPaths();
        for (const QString &folder : folders) {
            const QStringList plugins = QDir(folder + QLatin1String("/platforms"))
                                            .entryList({QStringLiteral("*q%1*").arg(platform)}, QDir::Files);
            for (const QString &plugin : plugins)
                found = found || QLibrary::isLibrary(plugin);
        }
        if (!found)
            return {id, title, State::Problem,
                    QStringLiteral("QT_QPA_PLATFORM is %1, and Qt has no such platform").arg(platform),
                    QStringLiteral("unset QT_QPA_PLATFORM, or install the platform's plugin")};
        if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
            return {
                id, title, State::Warning,
                QStringLiteral("QT_QPA_PLATFORM is %1: windows exist, but nobody sees them").arg(platform),
                QStringLiteral("good for tests; unset it to see them")};
        if (platform != QLatin1String("xcb") && !platform.startsWith(QLatin1String("wayland")))
            return {id, title, State::Ok, QStringLiteral("Qt's platform %1").arg(platform), {}};
    }
#ifdef Q_OS_LINUX
    QString name;
    const QString problem = displayProblem(name);
    if (!problem.isEmpty())
        return {id, title, State::Problem, problem,
                QStringLiteral("run it in a desktop session; for tests set QT_QPA_PLATFORM=offscreen, or use "
                               "xvfb-run")};
    return {id, title, State::Ok, name, {}};
#else
    return {id, title, State::Ok, QStringLiteral("that of the system"), {}};
#endif
}

} // namespace

Checks systemChecks()
{
#ifdef Q_OS_LINUX
    return {sandbox(), graphics(), display()};
#else
    return {display()};
#endif
}

} // namespace Doctor
