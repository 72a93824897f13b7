// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario.h"
#include "scenarioproblem.h"

#include <QtCore/qlist.h>

/// Reads scenario files. docs/qa.md describes them, and editors can check them with
/// scenarios/scenario.schema.json.
namespace Qa::ScenarioReader {

struct Content {
    QList<Scenario> scenarios;
    QList<ScenarioProblem> problems;
};

/// The scenarios in @p json, the content of @p file. Scenarios with problems are left out.
[[nodiscard]] Content read(const QByteArray &json, const QString &file);

/// The scenarios in a file, or in all `.json` files of a folder in the order of their names. A repeated id is
/// a problem.
[[nodiscard]] Content readPath(const QString &path);

/// Adds @p more to @p all; a scenario whose id is already there becomes a problem.
void append(Content &all, const Content &more);

/// The built-in scenarios. A test ensures that they have no problems.
[[nodiscard]] Content builtIn();

} // namespace Qa::ScenarioReader
