// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// @p text without control characters, so that what came from a server or a file stays on its line and cannot
/// control a terminal.
[[nodiscard]] QString onOneLine(const QString &text);
