// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>
#include <QtCore/qlist.h>

#include <algorithm>
#include <cmath>

/// Measured values, and what is said of them.
class Figures {
public:
    void add(double value) { m_values.append(value); }

    /// As they were added.
    [[nodiscard]] const QList<double> &values() const { return m_values; }

    [[nodiscard]] double median() const { return quantile(0.5); }

    /// The value that the share @p share of all values does not exceed, interpolated.
    [[nodiscard]] double quantile(double share) const
    {
        if (m_values.isEmpty())
            return 0;
        QList<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const double place = share * static_cast<double>(sorted.size() - 1);
        const auto below = static_cast<qsizetype>(std::floor(place));
        const qsizetype above = qMin(below + 1, sorted.size() - 1);
        return sorted.at(below)
            + (sorted.at(above) - sorted.at(below)) * (place - static_cast<double>(below));
    }

    /// Half of the distance between the quartiles, as a share of the median.
    [[nodiscard]] double spread() const
    {
        const double middle = median();
        return middle == 0 ? 0 : (quantile(0.75) - quantile(0.25)) / 2 / std::abs(middle);
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{QStringLiteral("median"), median()},    {QStringLiteral("q1"), quantile(0.25)},
                {QStringLiteral("q3"), quantile(0.75)},  {QStringLiteral("p5"), quantile(0.05)},
                {QStringLiteral("p95"), quantile(0.95)}, {QStringLiteral("p99"), quantile(0.99)},
                {QStringLiteral("spread"), spread()},    {QStringLiteral("runs"), m_values.size()}};
    }

private:
    QList<double> m_values;
};
