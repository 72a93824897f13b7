// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "figures.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qmap.h>
#include <QtCore/qtextstream.h>

/**
 * One line of the table of scripts/bench: one quantity, measured of the SDK and of what stands in for it.
 *
 * With --json every benchmark prints a list of these, which is all that scripts/bench and report.py know of
 * it:
 *
 *     [{"row": 7, "what": "verifications, 6 at a time", "unit": "/s", "higherIsBetter": true,
 *       "ours": "verifier", "baseline": "manager",
 *       "series": {"verifier": {"median": 1, "q1": 1, "q3": 1, "p5": 1, "p95": 1, "p99": 1, "spread": 0,
 *                               "runs": 20},
 *                  "manager": {...}, "libcurl": {...}},
 *       "ratio": {"median": 1, ...}, "difference": {"median": 0, ...},
 *       "goal": {"ratio": 0.95}}]
 *
 * "baseline", "ratio", "difference" and "goal" may be missing. "ratio" and "difference" are those of the
 * pairs of each round; without them those of the medians are taken. The keys of "goal" are ratio and
 * difference (their medians), median, p95 and p99 (of ours); all must be reached: not exceeded, or not fallen
 * below if higher is better.
 */
struct Comparison {
    int row = 0; ///< What it belongs to, 1 to 14; see docs/performance.md.
    QString what; ///< The quantity, without its unit.
    QString unit; ///< Such as "ms", "KiB", "/s".
    QString ours; ///< The series that is the SDK's.
    QString baseline; ///< The series that it is compared with, if any.
    QMap<QString, Figures> series;
    QMap<QString, double> goal;
    bool higherIsBetter = false;
    /// Whether the values at the same place of all series were measured right after each other.
    bool paired = true;

    /// The values of ours compared with those of the baseline: empty if they cannot be.
    [[nodiscard]] Figures ratio() const { return pairs(true); }
    [[nodiscard]] Figures difference() const { return pairs(false); }

    [[nodiscard]] QJsonObject toJson() const
    {
        QJsonObject all;
        for (auto it = series.cbegin(); it != series.cend(); ++it)
            all.insert(it.key(), it->toJson());
        QJsonObject json{{QStringLiteral("row"), row},
                         {QStringLiteral("what"), what},
                         {QStringLiteral("unit"), unit},
                         {QStringLiteral("ours"), ours},
                         {QStringLiteral("higherIsBetter"), higherIsBetter},
                         {QStringLiteral("series"), all}};
        if (!baseline.isEmpty())
            json.insert(QStringLiteral("baseline"), baseline);
        if (const Figures figures = ratio(); !figures.values().isEmpty())
            json.insert(QStringLiteral("ratio"), figures.toJson());
        if (const Figures figures = difference(); !figures.values().isEmpty())
            json.insert(QStringLiteral("difference"), figures.toJson());
        QJsonObject wanted;
        for (auto it = goal.cbegin(); it != goal.cend(); ++it)
            wanted.insert(it.key(), it.value());
        if (!wanted.isEmpty())
            json.insert(QStringLiteral("goal"), wanted);
        return json;
    }

private:
    [[nodiscard]] Figures pairs(bool divided) const
    {
        Figures figures;
        const QList<double> own = series.value(ours).values();
        const QList<double> other = series.value(baseline).values();
        if (!paired || own.size() != other.size())
            return figures;
        for (qsizetype i = 0; i < own.size(); ++i) {
            if (!divided)
                figures.add(own.at(i) - other.at(i));
            else if (other.at(i) != 0)
                figures.add(own.at(i) / other.at(i));
        }
        return figures;
    }
};

/// Prints what was measured: as JSON for scripts/bench, or as lines for people.
inline void print(const QList<Comparison> &comparisons, bool json)
{
    QTextStream out(stdout);
    if (json) {
        QJsonArray list;
        for (const Comparison &comparison : comparisons)
            list.append(comparison.toJson());
        out << QJsonDocument(list).toJson();
        return;
    }
    out.setRealNumberNotation(QTextStream::FixedNotation);
    for (const Comparison &comparison : comparisons) {
        out << comparison.what << " (" << comparison.unit << ")\n";
        for (auto it = comparison.series.cbegin(); it != comparison.series.cend(); ++it) {
            // Three digits are enough for all of them.
            out.setRealNumberPrecision(it->median() >= 100 ? 0 : it->median() >= 10 ? 1 : 3);
            out << "    " << qSetFieldWidth(52) << Qt::left << it.key() << qSetFieldWidth(12) << Qt::right
                << it->median() << qSetFieldWidth(0) << "   p5 " << it->quantile(0.05) << "   p95 "
                << it->quantile(0.95) << "   +-" << qSetRealNumberPrecision(1) << it->spread() * 100 << " %, "
                << it->values().size() << " runs\n";
        }
        out.setRealNumberPrecision(3);
        if (comparison.goal.contains(QStringLiteral("difference"))) {
            if (const Figures figures = comparison.difference(); !figures.values().isEmpty())
                out << "    " << figures.median() << ' ' << comparison.unit << " more than "
                    << comparison.baseline << '\n';
        } else if (const Figures figures = comparison.ratio(); !figures.values().isEmpty()) {
            out << "    " << figures.median() << "x of " << comparison.baseline << " (+-" << figures.spread()
                << ")\n";
        }
    }
}
