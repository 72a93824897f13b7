// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "secretinput.h"

#include <QtCore/qfile.h>

#include <cstdio>

#ifdef Q_OS_WIN
#include <QtCore/qt_windows.h>
#else
#include <csignal>
#include <termios.h>
#include <unistd.h>
#endif

namespace SecretInput {

namespace {

#ifdef Q_OS_WIN

/// The console; does not echo what is typed during the lifetime of this object.
class UnseenTyping {
public:
    UnseenTyping()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
        , m_isConsole(GetConsoleMode(m_input, &m_mode))
    {
        if (m_isConsole)
            SetConsoleMode(m_input, m_mode & ~DWORD(ENABLE_ECHO_INPUT));
    }

    ~UnseenTyping()
    {
        if (m_isConsole)
            SetConsoleMode(m_input, m_mode);
    }

    [[nodiscard]] bool isTerminal() const { return m_isConsole; }

private:
    Q_DISABLE_COPY_MOVE(UnseenTyping)

    const HANDLE m_input;
    DWORD m_mode = 0;
    const bool m_isConsole;
};

#else

termios usualMode;
constexpr int endingSignals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

// Restores the echo: a terminal that shows no input after Ctrl+C looks broken.
void restoreAndEnd(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &usualMode);
    struct sigaction usual = {};
    usual.sa_handler = SIG_DFL;
    sigaction(signal, &usual, nullptr);
    raise(signal);
}

/// The terminal; does not echo what is typed during the lifetime of this object.
class UnseenTyping {
public:
    UnseenTyping()
        : m_isTerminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &usualMode) == 0)
    {
        if (!m_isTerminal)
            return;
        setHandler(restoreAndEnd);
        termios unseen = usualMode;
        unseen.c_lflag &= tcflag_t(~tcflag_t(ECHO));
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }

    ~UnseenTyping()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSANOW, &usualMode);
        setHandler(SIG_DFL);
    }

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    Q_DISABLE_COPY_MOVE(UnseenTyping)

    static void setHandler(void (*handler)(int))
    {
        struct sigaction action = {};
        action.sa_handler = handler;
        for (const int signal : endingSignals)
            sigaction(signal, &action, nullptr);
    }

    const bool m_isTerminal;
};

#endif

} // namespace

QByteArray read(const QString &prompt, qint64 limit)
{
    const UnseenTyping unseen;
    QFile input;
    // Unbuffered, so that nothing after the line is consumed from a terminal.
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    if (!unseen.isTerminal()) {
        QByteArray all;
        while (all.size() <= limit) {
            const QByteArray more = input.read(limit + 1 - all.size());
            if (more.isEmpty())
                break;
            all += more;
        }
        return all;
    }
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    const QByteArray line = input.readLine(limit + 2);
    std::fputs("\n", stderr);
    return line;
}

} // namespace SecretInput
