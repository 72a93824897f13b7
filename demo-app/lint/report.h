// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Lint {

class Linter;

/// The findings in three formats.
namespace Report {

/// For people: one line for each finding.
[[nodiscard]] QString asText(const Linter &linter);

/// For scripts: one JSON object.
[[nodiscard]] QString asJson(const Linter &linter);

/// For tools that show findings: SARIF 2.1.0.
[[nodiscard]] QString asSarif(const Linter &linter);

} // namespace Report
} // namespace Lint
