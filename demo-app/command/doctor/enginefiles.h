// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>

namespace Doctor {

/// The files of the web engine that this process has open, by purpose: `plugin`, `library`, `process`,
/// `resources`, `locale`. Files that are not in use are absent. Empty on systems that do not list open files
/// (Linux does).
[[nodiscard]] QJsonObject engineFilesInUse();

} // namespace Doctor
