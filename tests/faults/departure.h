// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// A program of its own that ends in the middle of it all, as programs do: main() returns.
namespace Departure {

/// What the program does: `widget`, `WebEngine`, `WebView` or `verifier`.
///
/// A captcha with an open challenge, or a verifier that waits for its answer; then the program quits. It
/// prints the processes of its pages before, and what it has heard until the end. If @p keepsIt, what it has
/// made is never destroyed.
[[nodiscard]] int depart(const QString &what, bool keepsIt);

/// Starts such a program; what is wrong with its end, or nothing.
[[nodiscard]] QString problemOf(const QString &what, bool keepsIt);

} // namespace Departure
