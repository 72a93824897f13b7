// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario.h"
#include "scenarioproblem.h"

#include <QtCore/qlist.h>

/// Reads files of scenarios; docs/qa.md describes them, scenarios/scenario.schema.json helps editors with
/// them.
namespace Qa::ScenarioReader {

struct Content {
    QList<Scenario> scenarios;
    QList<ScenarioProblem> problems;
};

/// The scenarios in the text @p json, which @p file had. A scenario with a problem is left out.
[[nodiscard]] Content read(const QByteArray &json, const QString &file);

/// The scenarios of one file, or of all `.json` files in a folder in the order of their names. A scenario
/// whose id was there already is a problem.
[[nodiscard]] Content readPath(const QString &path);

/// Adds @p more to @p all; a scenario whose id is there already becomes a problem.
void append(Content &all, const Content &more);

/// The scenarios that the harness brings with it. They have no problems, which a test makes sure of.
[[nodiscard]] Content builtIn();

} // namespace Qa::ScenarioReader
