// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetatype.h>
#include <QtCore/qobjectdefs.h>
#include <QtCore/qstring.h>

namespace Qa {

/// An event during a scenario, without tokens and keys.
struct TimelineEvent {
    Q_GADGET

public:
    /// The source of an event.
    enum class Source {
        Captcha, ///< The widget's signals.
        Network, ///< Requests that reached the emulator, and the verifier's exchanges.
        Verifier,
        Person, ///< Actions, by hand or by the harness.
        Harness, ///< The harness' own remarks.
    };
    Q_ENUM(Source)

    qint64 milliseconds = 0; ///< Since the scenario began.
    Source source = Source::Harness;
    QString name; ///< One of Vocabulary::events(), or empty.
    QString text; ///< For people, in the language at that time.
};

using Source = TimelineEvent::Source;

} // namespace Qa
