// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "challengepicture.h"

#include <QtCore/qlist.h>
#include <QtCore/qmath.h>
#include <QtCore/qpoint.h>
#include <QtCore/qrandom.h>

#include <cmath>

namespace SmartCaptcha::Internal {

namespace {

constexpr qreal pictureWidth = 292;
constexpr qreal pictureHeight = 110;
// Digits are drawn in a box of 1 by 1.5.
constexpr qreal boxWidth = 1;
constexpr qreal boxHeight = 1.5;
constexpr qreal digitScale = 36;

using Stroke = QList<QPointF>;

Stroke line(const Stroke &corners)
{
    constexpr int steps = 8;
    Stroke points{corners.constFirst()};
    for (qsizetype i = 1; i < corners.size(); ++i) {
        for (int step = 1; step <= steps; ++step)
            points.append(corners.at(i - 1) + (corners.at(i) - corners.at(i - 1)) * step / steps);
    }
    return points;
}

// Degrees increase clockwise, and 0 is to the right.
Stroke arc(QPointF centre, qreal radiusX, qreal radiusY, int from, int to)
{
    Stroke points;
    for (int degrees = from; degrees <= to; degrees += 10) {
        const qreal angle = qDegreesToRadians(qreal(degrees));
        points.append(centre + QPointF(radiusX * std::cos(angle), radiusY * std::sin(angle)));
    }
    return points;
}

QList<Stroke> turned(QList<Stroke> strokes)
{
    for (Stroke &stroke : strokes) {
        for (QPointF &point : stroke)
            point = QPointF(boxWidth, boxHeight) - point;
    }
    return strokes;
}

QList<Stroke> strokesOf(char16_t digit)
{
    switch (digit) {
    case u'2':
        return {arc({0.5, 0.42}, 0.42, 0.42, 190, 390) + line({{0.86, 0.63}, {0.06, 1.5}, {0.97, 1.5}})};
    case u'3':
        return {arc({0.45, 0.38}, 0.4, 0.38, 200, 450) + arc({0.45, 1.12}, 0.45, 0.38, 270, 520)};
    case u'4':
        return {line({{0.72, 1.5}, {0.72, 0}, {0.02, 1.05}, {1, 1.05}})};
    case u'5':
        return {line({{0.9, 0}, {0.2, 0}, {0.14, 0.66}}) + arc({0.48, 1.02}, 0.44, 0.48, 220, 510)};
    case u'6':
        return {arc({0.5, 1.07}, 0.42, 0.43, 0, 360), arc({0.9, 1.07}, 0.82, 1.07, 180, 265)};
    case u'7':
        return {line({{0.03, 0}, {0.97, 0}, {0.4, 1.5}})};
    case u'8':
        return {arc({0.5, 0.38}, 0.36, 0.38, 0, 360), arc({0.5, 1.13}, 0.43, 0.37, 0, 360)};
    case u'9':
        return turned(strokesOf(u'6'));
    default:
        return {arc({0.5, 0.75}, 0.42, 0.75, 0, 360)};
    }
}

class Pen {
public:
    explicit Pen(quint32 seed)
        : m_random(seed)
    {
    }

    qreal between(qreal low, qreal high) { return low + m_random.generateDouble() * (high - low); }

    QByteArray path(const Stroke &points, const char *colour, qreal width)
    {
        QByteArray data;
        for (const QPointF &point : points) {
            data += data.isEmpty() ? "M" : "L";
            data += QByteArray::number(point.x(), 'f', 1) + ' ' + QByteArray::number(point.y(), 'f', 1);
        }
        return "<path d=\"" + data + "\" stroke=\"" + colour + "\" stroke-width=\""
            + QByteArray::number(width, 'f', 1) + "\"/>";
    }

private:
    QRandomGenerator m_random;
};

} // namespace

QByteArray drawDigits(const QString &digits, quint32 seed, bool dark)
{
    Pen pen(seed);
    const char *paper = dark ? "#2b2f36" : "#eef1f5";
    const char *ink = dark ? "#f2f4f8" : "#1c2430";
    const char *scratch = dark ? "#7d8796" : "#9aa5b5";
    const qreal wave = pen.between(2, 4);
    const qreal waveLength = pen.between(45, 70);
    const qreal phase = pen.between(0, 2 * M_PI);
    const auto bent = [&](QPointF point) {
        return point
            + QPointF(wave * 0.6 * std::sin(point.y() / 24 + phase),
                      wave * std::sin(point.x() / waveLength * 2 * M_PI + phase));
    };

    QByteArray lines;
    for (int i = 0; i < 4; ++i) {
        lines += pen.path(line({{0, pen.between(10, pictureHeight - 10)},
                                {pictureWidth / 2, pen.between(10, pictureHeight - 10)},
                                {pictureWidth, pen.between(10, pictureHeight - 10)}}),
                          scratch, pen.between(1, 2));
    }
    const qreal cell = pictureWidth / qreal(digits.size() + 0.4);
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const QPointF centre(cell * (qreal(i) + 0.7) + pen.between(-4, 4),
                             pictureHeight / 2 + pen.between(-8, 8));
        const qreal angle = qDegreesToRadians(pen.between(-16, 16));
        const qreal scale = digitScale * pen.between(0.9, 1.08);
        const qreal width = pen.between(4.5, 6);
        const QList<Stroke> strokes = strokesOf(digits.at(i).unicode());
        for (Stroke stroke : strokes) { // clazy:exclude=range-loop-reference ; each is bent
            for (QPointF &point : stroke) {
                const QPointF p = (point - QPointF(boxWidth, boxHeight) / 2) * scale;
                point = bent(centre
                             + QPointF(p.x() * std::cos(angle) - p.y() * std::sin(angle),
                                       p.x() * std::sin(angle) + p.y() * std::cos(angle)));
            }
            lines += pen.path(stroke, ink, width);
        }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 292 110\" width=\"292\" height=\"110\" "
           "fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><rect width=\"292\" "
           "height=\"110\" fill=\""
        + QByteArray(paper) + "\"/>" + lines + "</svg>";
}

} // namespace SmartCaptcha::Internal
