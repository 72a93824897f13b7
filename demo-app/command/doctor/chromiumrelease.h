// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdatetime.h>

namespace Doctor {

/// The release date of the stable version @p major of Chromium: exact for the versions that Qt WebEngine is
/// based on, estimated to within weeks for later ones and those in between. Invalid for versions older than
/// the one in Qt 6.2.
[[nodiscard]] QDate chromiumRelease(int major);

} // namespace Doctor
