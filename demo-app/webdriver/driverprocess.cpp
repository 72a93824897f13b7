// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "driverprocess.h"

#include "shared/freeport.h"

#include <QtCore/qdeadlinetimer.h>

#include <csignal>
#include <unistd.h>

namespace {

QProcessEnvironment environmentIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(name), home);
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "WAYLAND_DISPLAY", "DISPLAY", "http_proxy",
          "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
        environment.remove(QLatin1String(name));
    // No D-Bus, so that the browser does not start desktop services that outlive it.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    environment.insert(QStringLiteral("NO_AT_BRIDGE"), QStringLiteral("1"));
    // For WebKitGTK: its sandbox does not work as root, and a virtual display has no graphics card.
    environment.insert(QStringLiteral("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"), QStringLiteral("1"));
    environment.insert(QStringLiteral("WEBKIT_DISABLE_COMPOSITING_MODE"), QStringLiteral("1"));
    environment.insert(QStringLiteral("LIBGL_ALWAYS_SOFTWARE"), QStringLiteral("1"));
    return environment;
}

} // namespace

DriverProcess::DriverProcess()
    : m_port(freePort())
{
}

DriverProcess::~DriverProcess()
{
    end();
}

bool DriverProcess::start(const QStringList &command)
{
    m_process.setProcessEnvironment(environmentIn(m_home.path()));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { setpgid(0, 0); });
    // When the test crashes or is killed, its pipe closes and `cat` ends, which ends the whole process group.
    const QString script = QStringLiteral("(\"$@\"; kill 0) & cat; kill 0");
    m_process.start(QStringLiteral("/bin/sh"),
                    QStringList{QStringLiteral("-c"), script, QStringLiteral("sh")} + command);
    if (!m_process.waitForStarted())
        return false;
    m_group = m_process.processId();
    return true;
}

void DriverProcess::setAsleep(bool asleep)
{
    if (m_group != 0)
        kill(-pid_t(m_group), asleep ? SIGSTOP : SIGCONT);
}

void DriverProcess::end()
{
    if (m_group == 0)
        return;
    const pid_t group = -pid_t(m_group);
    m_group = 0;
    kill(group, SIGTERM);
    m_process.waitForFinished(5000);
    // The group leader may end before the others.
    const QDeadlineTimer deadline(2000);
    while (kill(group, 0) == 0 && !deadline.hasExpired())
        usleep(20000);
    kill(group, SIGKILL);
    m_process.waitForFinished(5000);
}
