// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"
#include "scenario/scenario.h"

#include <QtCore/qlist.h>
#include <QtCore/qmap.h>

namespace Qa {

/// What a session has come to, for its readers: people (HTML), programs (JSON) and CI (JUnit).
struct Report {
    QString profile; ///< Its name.
    QString service; ///< Its address.
    QString engine; ///< What shows the page, with its version.
    QDateTime began;
    qint64 milliseconds = 0;
    QMap<QString, Scenario> scenarios; ///< By id.
    QList<ScenarioResult> results;

    [[nodiscard]] int count(Status status) const;
    [[nodiscard]] bool passed() const { return count(Status::Failed) == 0 && count(Status::Stopped) == 0; }

    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] QByteArray toJUnit() const;

    /// A result for a terminal: "passed  standard-human  812 ms".
    [[nodiscard]] static QString lineFor(const ScenarioResult &result);

    /// The result as it was written by toJson(), without its events.
    [[nodiscard]] static QJsonObject jsonOf(const ScenarioResult &result);
    [[nodiscard]] static ScenarioResult resultOf(const QJsonObject &json);
};

} // namespace Qa
