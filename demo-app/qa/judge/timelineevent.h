// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetatype.h>
#include <QtCore/qobjectdefs.h>
#include <QtCore/qstring.h>

namespace Qa {

/// Something that happened during a scenario, without tokens and keys.
struct TimelineEvent {
    Q_GADGET

public:
    /// Who has something to say in a timeline.
    enum class Source {
        Captcha, ///< The widget's signals.
        Network, ///< Requests that reached the emulator, and the verifier's exchanges.
        Verifier,
        Person, ///< What was done, by hand or by the harness.
        Harness, ///< Its own remarks.
    };
    Q_ENUM(Source)

    qint64 milliseconds = 0; ///< Since the scenario began.
    Source source = Source::Harness;
    QString name; ///< One of Vocabulary::events() where it is one, else empty.
    QString text; ///< English, as logs are.
};

using Source = TimelineEvent::Source;

} // namespace Qa
