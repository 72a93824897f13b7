// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "glyph.h"

#include <QtGui/qiconengine.h>
#include <QtGui/qpainter.h>
#include <QtGui/qpainterpath.h>
#include <QtGui/qpalette.h>
#include <QtWidgets/qapplication.h>

namespace Glyph {

namespace {

// All shapes are drawn in a square of 16 by 16.
void draw(QPainter *painter, Shape shape, const QColor &color)
{
    painter->setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const auto triangle = [&](qreal left, qreal width) {
        painter->setBrush(color);
        painter->drawPolygon(QPolygonF({QPointF(left, 3.5), QPointF(left + width, 8), QPointF(left, 12.5)}));
    };
    switch (shape) {
    case Shape::Play:
        triangle(5, 7);
        break;
    case Shape::PlayAll:
        triangle(3, 4.5);
        triangle(8.5, 4.5);
        break;
    case Shape::Repeat:
        painter->drawArc(QRectF(3.5, 3.5, 9, 9), 50 * 16, 290 * 16);
        painter->drawPolyline(QPolygonF({QPointF(8.6, 2.2), QPointF(11.2, 4.6), QPointF(8.4, 6.6)}));
        break;
    case Shape::Stop:
        painter->setBrush(color);
        painter->drawRect(QRectF(4.5, 4.5, 7, 7));
        break;
    case Shape::Check:
        painter->drawPolyline(QPolygonF({QPointF(3.5, 8.5), QPointF(6.7, 11.7), QPointF(12.5, 4.8)}));
        break;
    case Shape::Cross:
        painter->drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5));
        painter->drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5));
        break;
    case Shape::Camera:
        painter->drawRoundedRect(QRectF(2, 4.5, 12, 8.5), 1.5, 1.5);
        painter->drawEllipse(QPointF(8, 8.7), 2.2, 2.2);
        painter->drawLine(QPointF(6, 4.2), QPointF(7, 2.8));
        painter->drawLine(QPointF(7, 2.8), QPointF(9, 2.8));
        painter->drawLine(QPointF(9, 2.8), QPointF(10, 4.2));
        break;
    case Shape::Person: {
        painter->drawEllipse(QPointF(8, 5.2), 2.7, 2.7);
        QPainterPath shoulders(QPointF(2.8, 13.5));
        shoulders.cubicTo(3, 9.4, 13, 9.4, 13.2, 13.5);
        painter->drawPath(shoulders);
        break;
    }
    case Shape::Profile:
        painter->drawEllipse(QPointF(5, 8), 2.6, 2.6);
        painter->drawPolyline(QPolygonF({QPointF(7.6, 8), QPointF(14, 8), QPointF(14, 10.5)}));
        painter->drawLine(QPointF(11, 8), QPointF(11, 10));
        break;
    case Shape::Save:
        painter->drawPolyline(
            QPolygonF({QPointF(3, 10.5), QPointF(3, 13.2), QPointF(13, 13.2), QPointF(13, 10.5)}));
        painter->drawLine(QPointF(8, 2.8), QPointF(8, 9.6));
        painter->drawPolyline(QPolygonF({QPointF(5.2, 7), QPointF(8, 9.8), QPointF(10.8, 7)}));
        break;
    case Shape::Copy:
        painter->drawRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.2, 1.2);
        painter->drawPolyline(QPolygonF({QPointF(10.5, 2.5), QPointF(2.5, 2.5), QPointF(2.5, 10.5)}));
        break;
    case Shape::Clear:
        painter->drawLine(QPointF(3, 4.5), QPointF(13, 4.5));
        painter->drawLine(QPointF(6.5, 2.5), QPointF(9.5, 2.5));
        painter->drawPolyline(
            QPolygonF({QPointF(4.5, 4.5), QPointF(5.3, 13.5), QPointF(10.7, 13.5), QPointF(11.5, 4.5)}));
        break;
    }
}

class Engine : public QIconEngine {
public:
    enum class Kind { Plain, Badge, Ring };

    Engine(Kind kind, Shape shape, const QColor &color)
        : m_kind(kind)
        , m_shape(shape)
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const qreal side = qMin(rect.width(), rect.height());
        painter->translate(QRectF(rect).center() - QPointF(side / 2, side / 2));
        painter->scale(side / 16, side / 16);
        switch (m_kind) {
        case Kind::Plain: {
            const QPalette palette = QApplication::palette();
            const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
            draw(painter, m_shape,
                 palette.color(group,
                               mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText));
            break;
        }
        case Kind::Badge:
            painter->setPen(Qt::NoPen);
            painter->setBrush(mode == QIcon::Disabled
                                  ? QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText)
                                  : m_color);
            painter->drawEllipse(QRectF(0.5, 0.5, 15, 15));
            if (mode == QIcon::Selected) {
                // The selection may have the same colour as the disc.
                painter->setPen(QPen(Qt::white, 1.2));
                painter->setBrush(Qt::NoBrush);
                painter->drawEllipse(QRectF(0.8, 0.8, 14.4, 14.4));
            }
            painter->translate(2.4, 2.4);
            painter->scale(0.7, 0.7);
            draw(painter, m_shape, Qt::white);
            break;
        case Kind::Ring:
            painter->setPen(QPen(m_color, 1.4));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(QRectF(2, 2, 12, 12));
            break;
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new Engine(m_kind, m_shape, m_color); }

private:
    const Kind m_kind;
    const Shape m_shape;
    const QColor m_color;
};

} // namespace

QIcon icon(Shape shape)
{
    return QIcon(new Engine(Engine::Kind::Plain, shape, {}));
}

QIcon badge(Shape shape, const QColor &color)
{
    return QIcon(new Engine(Engine::Kind::Badge, shape, color));
}

QIcon ring(const QColor &color)
{
    return QIcon(new Engine(Engine::Kind::Ring, Shape::Play, color));
}

} // namespace Glyph
