// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

/**
 * The clock that token lifetimes are counted on. Tests move it, because nobody waits five minutes.
 */
namespace SmartCaptcha::Internal::Clock {

/**
 * Milliseconds that have passed since some fixed moment of this process. Never goes back, and goes on while
 * the computer sleeps even where the system's monotonic clock does not: a forward jump of the wall clock
 * counts too.
 */
[[nodiscard]] qint64 now();

/// Moves now() forward by @p milliseconds for the rest of the process. Thread-safe. For tests.
void advance(qint64 milliseconds);

} // namespace SmartCaptcha::Internal::Clock
