// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "asker.h"

#include <QtCore/qprocess.h>
#include <QtCore/qurl.h>

/// Asks with Python's requests, in a process of its own: a session in each of as many threads as requests are
/// under way.
class PythonAsker : public Asker {
public:
    explicit PythonAsker(const QUrl &validateUrl);
    ~PythonAsker() override;

    /// Whether Python and its module are there.
    static bool isAvailable();

    void ask(int total, int inFlight) override;
    double processorTime() override { return m_processorTime; }

private:
    QProcess m_process;
    double m_processorTime = 0;
};
