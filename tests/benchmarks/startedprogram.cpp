// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "startedprogram.h"

#include "processortime.h"

#include <QtCore/qbytearraylist.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

void readMemory(pid_t process, StartedProgram &program)
{
    QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!rollup.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(rollup.fileName()), qPrintable(rollup.errorString()));
    const QList<QByteArray> lines = rollup.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList fields = line.simplified().split(' ');
        const double mebibytes = fields.value(1).toDouble() / 1024;
        if (fields.first() == "Pss_Anon:" || fields.first() == "Pss_Shmem:")
            program.anonymous += mebibytes;
        else if (fields.first() == "Private_Clean:" || fields.first() == "Private_Dirty:")
            program.unshared += mebibytes;
    }
}

} // namespace

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
    readMemory(process, program);

    const bool told = write(ends[0], ".", 1) == 1;
    int status = 0;
    if (!told || waitpid(process, &status, 0) != process || status != 0)
        qFatal("%s has failed", path.constData());
    close(ends[0]);
    posix_spawn_file_actions_destroy(&actions);
    return program;
}
