// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * The digits for those who cannot see the picture: as many beeps as the digit says, a pause, the next digit.
 * A WAV file, 8 kHz, 8 bits, mono. The service speaks its digits; the emulator has no voice.
 */
[[nodiscard]] QByteArray beepDigits(const QString &digits);

} // namespace SmartCaptcha::Internal
