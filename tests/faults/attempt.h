// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "fault.h"

#include <QtCore/qstringlist.h>

#include <memory>
#include <vector>

/**
 * An attempt with one fault in it, in one column of the table. Nothing blocks: what takes time is asked for
 * again and again, and goes a step further each time.
 */
class Attempt {
    Q_DISABLE_COPY_MOVE(Attempt)

public:
    /// In all columns to which @p fault applies.
    [[nodiscard]] static std::vector<std::unique_ptr<Attempt>> make(const Fault &fault);

    virtual ~Attempt() = default;

    virtual void begin() = 0;
    /// True as soon as the captcha is ready, if that is before the fault.
    [[nodiscard]] virtual bool hasLoaded() = 0;
    /// True at the moment of the fault.
    [[nodiscard]] virtual bool hasArrived() = 0;
    virtual void spoil() = 0;
    /// After what happens to the whole program.
    virtual void goOn() = 0;
    /// True when there is an outcome, or none is expected.
    [[nodiscard]] virtual bool isOver() = 0;
    /// Fills in the outcome.
    virtual void tell(Outcomes *outcomes) = 0;
    /// Puts everything in order and tries again.
    virtual void heal() = 0;
    [[nodiscard]] virtual bool hasRecovered() = 0;
    /// What was wrong with all this.
    [[nodiscard]] virtual QStringList problems() const = 0;

protected:
    Attempt() = default;

    /// In milliseconds, for a computer that is busy; on top of a deadline.
    static constexpr int patience = 10000;
    /// Only a deadline is waited for; all other outcomes come by themselves.
    [[nodiscard]] static int due(const QByteArray &outcome, int deadline)
    {
        return outcome.contains("Timeout") ? deadline : 0;
    }

    [[nodiscard]] static bool isAmong(const QByteArray &seen, const QByteArray &expected)
    {
        return expected.split(' ').contains(seen);
    }
};
