// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "fault.h"

#include <QtCore/qstringlist.h>

#include <algorithm>
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

    /// By how much the deadlines of all attempts were missed at most, in milliseconds.
    [[nodiscard]] static qint64 mostLate() { return s_mostLate; }

protected:
    Attempt() = default;

    /// What is wrong with an outcome that came after @p took milliseconds. Only a deadline is waited for; all
    /// other outcomes come by themselves.
    [[nodiscard]] static QStringList lateness(const QByteArray &outcome, qint64 took, int deadline)
    {
        // For a computer that is busy. A deadline that is not kept would be missed by far more: nothing else
        // ends these attempts.
        constexpr int grace = 10000;
        const bool isTimed = outcome.contains("Timeout");
        const qint64 late = took - (isTimed ? deadline : 0);
        if (isTimed)
            s_mostLate = std::max(s_mostLate, late);
        return late > grace ? QStringList{QStringLiteral("late, after %1 ms").arg(took)} : QStringList();
    }

    [[nodiscard]] static bool isAmong(const QByteArray &seen, const QByteArray &expected)
    {
        return expected.split(' ').contains(seen);
    }

private:
    static inline qint64 s_mostLate = 0;
};
