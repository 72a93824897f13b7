// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// @p text without control characters, so that text from a server or a file stays on one line and cannot
/// control a terminal.
[[nodiscard]] QString onOneLine(const QString &text);
