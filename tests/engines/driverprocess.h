// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>

/**
 * A driver of a browser: a web server on loopback that starts browsers.
 *
 * It has a home directory of its own, and what it leaves there goes with it. It is in a process group of its
 * own with the browsers that it starts, and all of them end with this object, or with the test's process.
 */
class DriverProcess {
    Q_DISABLE_COPY_MOVE(DriverProcess)

public:
    DriverProcess() = default;
    ~DriverProcess();

    /// Starts @p command, which understands `--port=NUMBER`.
    [[nodiscard]] bool start(const QStringList &command);

    /// Ends it and all that it started.
    void end();

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// Where it serves.
    [[nodiscard]] QUrl address() const { return m_address; }

    /// What it has written so far.
    [[nodiscard]] QString output() { return QString::fromLocal8Bit(m_process.readAll()); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    qint64 m_group = 0;
    QUrl m_address;
};
