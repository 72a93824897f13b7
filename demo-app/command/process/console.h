// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// What the program says.
namespace Console {

/// Writes @p text and a line break to standard output, at once. False when that was not possible, which is
/// said on standard error the first time.
bool print(const QString &text);

/// Closes standard output; false when anything that was printed did not get there.
[[nodiscard]] bool finish();

/// Writes one line to standard error: the program's name and what is wrong. For errors of usage and
/// configuration, which end the program.
void fail(const QString &message);

/// The same for what the user should know and what does not end the program.
void warn(const QString &message);

} // namespace Console
