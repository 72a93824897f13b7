// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "timelineevent.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

#include <algorithm>
#include <optional>

namespace Qa {

/// The result of a scenario.
struct ScenarioResult {
    Q_GADGET

public:
    enum class Status {
        Passed,
        Failed,
        Skipped, ///< The scenario cannot be played in this way; `problem` says why.
        Stopped, ///< The tester stopped it.
    };
    Q_ENUM(Status)

    QString id;
    Status status = Status::Skipped;
    QString problem; ///< What happened instead of what was expected. Translated.
    QString outcome; ///< As in Vocabulary::outcomes(); empty when there was none.
    QString error;
    QString verdict;
    std::optional<bool> accepted;
    QString cause;
    QDateTime began;
    qint64 milliseconds = 0;
    QList<TimelineEvent> events;
    QString screenshot; ///< The file name.
    QString note; ///< The tester's note.
    QStringList pictures; ///< The files that the tester added.

    /// Whether there is an event called @p name.
    [[nodiscard]] bool happened(const QString &name) const
    {
        return std::any_of(events.begin(), events.end(),
                           [&name](const TimelineEvent &event) { return event.name == name; });
    }
};

using Status = ScenarioResult::Status;

} // namespace Qa
