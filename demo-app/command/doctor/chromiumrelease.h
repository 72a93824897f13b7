// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdatetime.h>

namespace Doctor {

/// The day on which the stable version @p major of Chromium came out: known for the versions that Qt
/// WebEngine is made of, within weeks for those between them and after them. Invalid for one before Qt 6.
[[nodiscard]] QDate chromiumRelease(int major);

} // namespace Doctor
