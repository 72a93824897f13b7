// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qproxystyle.h>

/**
 * Fusion with borders that are visible on a dark background.
 *
 * Fusion draws borders darker than the background, so on a dark one they are nearly invisible. This style
 * draws an outline around each widget there, depending on the widget's palette: grey on dark; white on black,
 * with a frame in the highlight colour around the widget with the focus and dashed outlines around disabled
 * ones. On a light background it is plain Fusion.
 *
 * Unlike the rest of this folder, it needs Qt Widgets.
 */
class OutlineStyle : public QProxyStyle {
    Q_OBJECT

public:
    OutlineStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
};
