// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "check.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qprocess.h>

namespace Doctor {

/// Shows a captcha, in a process of its own because engines that cannot start may take theirs down: this
/// program with the command `show-one`.
class EngineCheck {
public:
    /// Begins at once: on the platform that a program would get here, in a window that nobody sees, or
    /// without a screen where @p hasDisplay is false.
    explicit EngineCheck(bool hasDisplay);
    ~EngineCheck();

    /// What came of it. Waits for that, but no longer than @p deadline milliseconds since the beginning.
    [[nodiscard]] Checks checks(int deadline);

    /// Whether a captcha was seen to be shown; known after checks().
    [[nodiscard]] bool hasShown() const { return m_hasShown; }

private:
    Q_DISABLE_COPY_MOVE(EngineCheck)

    QProcess m_process;
    QElapsedTimer m_clock;
    bool m_hasShown = false;
};

} // namespace Doctor
