// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "startedprogram.h"

#include "processortime.h"

#include "shared/procfs.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

StartedProgram StartedProgram::measure(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    char *const arguments[] = {const_cast<char *>(path.constData()), nullptr};
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        qFatal("There is no socket");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], reportChannel);
    // Qt warns there about what does not matter here.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

    QElapsedTimer timer;
    timer.start();
    pid_t process = 0;
    if (posix_spawn(&process, path.constData(), &actions, nullptr, arguments, environ) != 0)
        qFatal("%s cannot be started", path.constData());
    close(ends[1]);
    char report = 0;
    const bool started = read(ends[0], &report, 1) == 1;
    StartedProgram program;
    program.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;

    // Before the program goes on: to end, it takes processor time as well.
    program.processorMilliseconds = processorTime(process);
    if (!started)
        qFatal("%s has ended without a window", path.constData());
    const auto memory = ProcFs::memoryOf(process);
    if (memory.isEmpty())
        qFatal("The system does not tell the memory of %s", path.constData());
    program.anonymous = static_cast<double>(memory["Pss_Anon"] + memory["Pss_Shmem"]) / 1024;
    program.unshared = static_cast<double>(memory["Private_Clean"] + memory["Private_Dirty"]) / 1024;

    const bool told = write(ends[0], ".", 1) == 1;
    int status = 0;
    if (!told || waitpid(process, &status, 0) != process || status != 0)
        qFatal("%s has failed", path.constData());
    close(ends[0]);
    posix_spawn_file_actions_destroy(&actions);
    return program;
}
