// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qprocess.h>

/// This program once more, which does what is measured in a process of its own, and prints what there is to
/// say. Whoever waits for that answers its requests meanwhile. What goes wrong ends this program.
class MeasuredProcess {
public:
    /// The last line that such a process prints before it waits for end().
    static constexpr char rests[] = "rests";

    /// The first thing in main(). In such a process, calls @p measured with the arguments that it was started
    /// with, and returns true; in another one there is nothing to do.
    static bool ran(int argc, char *argv[], void (*measured)(const QStringList &arguments));

    explicit MeasuredProcess(const QStringList &arguments);
    ~MeasuredProcess();

    /// The next line that it prints.
    [[nodiscard]] QByteArray line();
    /// Lets it end.
    void end();
    /// All that it prints until it ends.
    [[nodiscard]] QByteArrayList lines();
    [[nodiscard]] qint64 id() const { return m_process.processId(); }

    /// In the process itself: prints @p line.
    static void say(const QByteArray &line);
    /// In the process itself: says that it rests, and does so until end().
    static void rest();

private:
    [[noreturn]] void giveUp(const char *why);

    QProcess m_process;
};
