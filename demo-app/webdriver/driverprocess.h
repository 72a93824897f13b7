// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>

/**
 * A server on loopback through which browsers are controlled.
 *
 * It has a temporary home directory. It runs in a process group of its own, together with the browsers that
 * it starts, and all of them end with this object or with the test's process.
 */
class DriverProcess {
    Q_DISABLE_COPY_MOVE(DriverProcess)

public:
    DriverProcess();
    ~DriverProcess();

    /// Starts @p command, which has to listen at port().
    [[nodiscard]] bool start(const QStringList &command);

    /// Ends it and everything that it started.
    void end();

    /// Stops it and everything that it started, as when the computer is asleep, or has it go on.
    void setAsleep(bool asleep);

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// A port that was free.
    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] QString home() const { return m_home.path(); }

    /// Its output so far.
    [[nodiscard]] QString output() { return QString::fromLocal8Bit(m_process.readAll()); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    qint64 m_group = 0;
    const quint16 m_port;
};
