// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// What a program has cost until its first window was painted and it had nothing left to do.
struct StartedProgram {
    /// The file descriptor over which a program and bench_start talk to each other.
    static constexpr int reportChannel = 3;

    /// Starts the program @p file and measures it. Ends this one if that does not work.
    static StartedProgram measure(const QString &file);

    double milliseconds = 0; ///< Since it was started.
    double processorMilliseconds = 0; ///< Of all its threads, in user and system mode.
    /// Memory in MiB that exists for it alone: its share of what is in no file, and what it does not share.
    ///@{
    double anonymous = 0;
    double unshared = 0;
    ///@}
};
