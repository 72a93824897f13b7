// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

/**
 * The clock that measures the lifetime of tokens. Tests move it forward instead of waiting for five minutes.
 */
namespace SmartCaptcha::Internal::Clock {

/**
 * Milliseconds since some fixed moment of this process. It never goes back, and it includes the time that the
 * computer sleeps even where the system's monotonic clock does not: a forward jump of the wall clock counts,
 * too.
 */
[[nodiscard]] qint64 now();

/// Moves now() forward by @p milliseconds for the rest of the process. Thread-safe. For tests.
void advance(qint64 milliseconds);

} // namespace SmartCaptcha::Internal::Clock
