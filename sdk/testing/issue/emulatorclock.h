// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdatetime.h>

namespace SmartCaptcha::Internal {

/// The emulator's own time: the computer's, plus what a test has added to it.
class EmulatorClock {
public:
    /// Milliseconds since 1970.
    [[nodiscard]] qint64 now() const { return QDateTime::currentMSecsSinceEpoch() + m_offset; }

    void advance(qint64 milliseconds) { m_offset += milliseconds; }

private:
    qint64 m_offset = 0;
};

} // namespace SmartCaptcha::Internal
