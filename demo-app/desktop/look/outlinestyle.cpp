// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "outlinestyle.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qabstractscrollarea.h>
#include <QtWidgets/qstyleoption.h>

namespace {

enum class Ground { Light, Dark, Black };

Ground groundOf(const QStyleOption &option)
{
    const int lightness = option.palette.color(QPalette::Window).lightness();
    return lightness < 12 ? Ground::Black : lightness < 128 ? Ground::Dark : Ground::Light;
}

QColor mixed(const QColor &ground, const QColor &text, double share)
{
    const auto mix = [share](int a, int b) { return int(a + (b - a) * share); };
    return QColor(mix(ground.red(), text.red()), mix(ground.green(), text.green()),
                  mix(ground.blue(), text.blue()));
}

QPen penFor(const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool black = groundOf(option) == Ground::Black;
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && option.state & QStyle::State_HasFocus)
        return QPen(palette.color(QPalette::Highlight), black ? 2 : 1);
    if (black)
        return enabled ? QPen(palette.color(QPalette::WindowText), 1)
                       : QPen(palette.color(QPalette::Disabled, QPalette::WindowText), 1, Qt::DashLine);
    return QPen(mixed(palette.color(QPalette::Window), palette.color(QPalette::Active, QPalette::WindowText),
                      enabled ? 0.42 : 0.2),
                1);
}

enum class Form { Box, Circle };

void outline(QPainter *painter, const QStyleOption &option, const QRect &rect, Form form = Form::Box)
{
    if (groundOf(option) == Ground::Light)
        return;
    const QPen pen = penFor(option);
    const double half = pen.widthF() / 2;
    const QRectF line = QRectF(rect).adjusted(half, half, -half, -half);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    if (form == Form::Circle)
        painter->drawEllipse(line);
    else
        painter->drawRoundedRect(line, 2, 2);
    painter->restore();
}

} // namespace

OutlineStyle::OutlineStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_FrameLineEdit:
    case PE_Frame:
    case PE_FrameMenu:
    case PE_FrameTabWidget:
    case PE_PanelTipLabel:
    case PE_IndicatorCheckBox:
        outline(painter, *option, option->rect);
        break;
    case PE_IndicatorRadioButton:
        outline(painter, *option, option->rect, Form::Circle);
        break;
    default:
        break;
    }
}

void OutlineStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const bool black = groundOf(*option) == Ground::Black;
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        tab && black && tab->state & State_Selected && element == CE_TabBarTabLabel) {
        QStyleOptionTab marked = *tab;
        marked.palette.setColor(QPalette::WindowText, tab->palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &marked, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    switch (element) {
    case CE_TabBarTabShape:
        if (black && option->state & State_Selected) {
            painter->fillRect(option->rect, option->palette.color(QPalette::Highlight));
            // The focus frame of the selected tab, whose background is the highlight colour, is drawn in the
            // window colour.
            if (option->state & State_HasFocus) {
                QStyleOption inverted = *option;
                inverted.palette.setColor(QPalette::Highlight, option->palette.color(QPalette::Window));
                outline(painter, inverted, option->rect.adjusted(2, 2, -2, -2));
            }
        } else {
            outline(painter, *option, option->rect);
        }
        break;
    case CE_ProgressBar:
    case CE_HeaderSection:
        outline(painter, *option, option->rect);
        break;
    case CE_Splitter:
        if (black)
            painter->fillRect(option->rect, QColor(0x60, 0x60, 0x60));
        break;
    default:
        break;
    }
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); box && box->frame)
            outline(painter, *option, option->rect);
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && box->frame)
            outline(painter, *option, option->rect);
        break;
    case CC_GroupBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionGroupBox *>(option)) {
            QRect frame = option->rect;
            if (!box->text.isEmpty())
                frame.setTop(proxy()->subControlRect(control, option, SC_GroupBoxLabel, widget).bottom() + 2);
            outline(painter, *option, frame);
        }
        break;
    case CC_ToolButton:
        // On a dark background, auto-raise buttons have no outline until they get the focus; on black they
        // always have one.
        if (!(option->state & State_AutoRaise) || groundOf(*option) == Ground::Black
            || option->state & State_HasFocus)
            outline(painter, *option, option->rect);
        break;
    case CC_ScrollBar: {
        // The focus belongs to the view around it, which draws its own frame.
        QStyleOption slider = *option;
        slider.state &= ~State_HasFocus;
        outline(painter, slider, proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        break;
    }
    default:
        break;
    }
}

int OutlineStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // The viewport of a scroll area covers everything inside the frame, so the frame must leave room for the
    // wider outline.
    if (metric == PM_DefaultFrameWidth && qobject_cast<const QAbstractScrollArea *>(widget))
        return 2;
    return QProxyStyle::pixelMetric(metric, option, widget);
}
