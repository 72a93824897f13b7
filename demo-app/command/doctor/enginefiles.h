// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>

namespace Doctor {

/// The files of the web engine that this process has open, by what they are for: `plugin`, `library`,
/// `process`, `resources`, `locale`. What is not in use is missing. Empty where the system does not tell
/// (Linux does).
[[nodiscard]] QJsonObject engineFilesInUse();

} // namespace Doctor
