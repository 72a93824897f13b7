// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "termination.h"

#include <QtCore/qglobal.h>

#ifdef Q_OS_WIN
#include <QtCore/qt_windows.h>
#else
#include <QtCore/qsocketnotifier.h>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

#ifdef Q_OS_WIN

namespace {

Termination *current = nullptr;

BOOL WINAPI handle(DWORD)
{
    if (!current)
        return FALSE;
    // Windows calls this in a thread of its own.
    QMetaObject::invokeMethod(current, &Termination::requested, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class Termination::Platform {
public:
    explicit Platform(Termination *owner)
    {
        current = owner;
        SetConsoleCtrlHandler(handle, TRUE);
    }

    ~Platform()
    {
        SetConsoleCtrlHandler(handle, FALSE);
        current = nullptr;
    }
};

#else

namespace {

// A signal handler may do very little, so it writes to a pipe, and the event loop does the rest.
int pipeEnds[2] = {-1, -1};

void handle(int)
{
    const char byte = 0;
    const ssize_t written = write(pipeEnds[1], &byte, 1);
    Q_UNUSED(written)
}

} // namespace

class Termination::Platform {
public:
    explicit Platform(Termination *owner)
    {
        if (pipe(pipeEnds) != 0)
            return;
        for (const int end : pipeEnds) {
            fcntl(end, F_SETFD, FD_CLOEXEC);
            fcntl(end, F_SETFL, O_NONBLOCK);
        }
        m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, owner, [owner] {
            char byte = 0;
            while (read(pipeEnds[0], &byte, 1) > 0) {}
            Q_EMIT owner->requested();
        });
        for (const int signal : {SIGINT, SIGTERM}) {
            struct sigaction action = {};
            action.sa_handler = handle;
            action.sa_flags = SA_RESTART;
            sigaction(signal, &action, nullptr);
        }
    }

    ~Platform()
    {
        for (const int signal : {SIGINT, SIGTERM})
            std::signal(signal, SIG_DFL);
        m_notifier.reset();
        for (int &end : pipeEnds) {
            close(end);
            end = -1;
        }
    }

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

#endif

Termination::Termination(QObject *parent)
    : QObject(parent)
    , m_platform(std::make_unique<Platform>(this))
{
}

Termination::~Termination() = default;
