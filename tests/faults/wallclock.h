// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

/// The clock of this program, as a person or a time server sets that of the computer.
namespace WallClock {

/// Negative to set it back.
void advance(qint64 milliseconds);

/// Right again.
void restore();

} // namespace WallClock
