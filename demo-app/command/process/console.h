// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// The output of the program.
namespace Console {

/// Writes @p text and a line break to standard output and flushes it. Returns false if that fails; the first
/// failure is reported on standard error.
bool print(const QString &text);

/// Closes standard output; false if anything printed did not arrive.
[[nodiscard]] bool finish();

/// Writes @p text, which may have several lines, to standard error: what a person has to know while the
/// program waits.
void tell(const QString &text);

/// Writes one line to standard error: the program's name and what is wrong. For usage and configuration
/// errors, which end the program.
void fail(const QString &message);

/// The same for warnings, after which the program continues.
void warn(const QString &message);

} // namespace Console
