// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"
#include "scenario/scenario.h"

#include <QtCore/qlist.h>
#include <QtCore/qmap.h>

namespace Qa {

/// The results of a session for people (HTML), programs (JSON) and CI (JUnit).
struct Report {
    QString profile; ///< Its name.
    QString service; ///< Its address.
    QString engine; ///< The engine that shows the page, with its version.
    QDateTime began;
    qint64 milliseconds = 0;
    QMap<QString, Scenario> scenarios; ///< By id.
    QList<ScenarioResult> results;

    /// Adds a failure with @p problem for each of @p played that has no result, since the report would look
    /// as if all had passed.
    void failLost(const QList<Scenario> &played, const QString &problem);

    [[nodiscard]] int count(Status status) const;
    [[nodiscard]] bool passed() const { return count(Status::Failed) == 0 && count(Status::Stopped) == 0; }

    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] QByteArray toJUnit() const;

    /// A result as a line for terminals: "passed  standard-human  812 ms".
    [[nodiscard]] static QString lineFor(const ScenarioResult &result);

    /// A result as in toJson(), without its events.
    [[nodiscard]] static QJsonObject jsonOf(const ScenarioResult &result);
    [[nodiscard]] static ScenarioResult resultOf(const QJsonObject &json);
};

} // namespace Qa
