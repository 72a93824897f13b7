// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "check.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qprocess.h>

namespace Doctor {

/// Shows a captcha in a child process, because an engine that cannot start may crash its process. The child
/// is this program with the command `show-one`.
class EngineCheck {
public:
    /// Starts at once: on the platform that programs get here by default, in a window that is not visible to
    /// the user, or without a screen if @p hasDisplay is false.
    explicit EngineCheck(bool hasDisplay);
    ~EngineCheck();

    /// The results. Waits for them until at most @p deadline milliseconds after construction.
    [[nodiscard]] Checks checks(int deadline);

    /// Whether a captcha was shown; known after checks().
    [[nodiscard]] bool hasShown() const { return m_hasShown; }

private:
    Q_DISABLE_COPY_MOVE(EngineCheck)

    QProcess m_process;
    QElapsedTimer m_clock;
    bool m_hasShown = false;
};

} // namespace Doctor
