// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// One way to ask the service about tokens.
class Asker {
public:
    Asker() = default;
    virtual ~Asker() = default;
    Q_DISABLE_COPY_MOVE(Asker)

    /// Verifies @p total tokens, @p inFlight at a time, and returns when all have been accepted. Otherwise
    /// ends the program.
    virtual void ask(int total, int inFlight) = 0;

    /// The processor time that the asking took since the last call, in seconds.
    virtual double processorTime() = 0;
};

/// A token that has not been used yet, of the usual length.
QString freshToken();

/// The processor time of this process since the last call.
double processorTimeHere();
