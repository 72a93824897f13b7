// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qproxystyle.h>

/**
 * Fusion with borders that can be seen on dark ground.
 *
 * Fusion makes its borders darker than the background, which leaves next to none on a dark one. Here each
 * widget has one there, by its own palette: grey on dark, white on black, where the one with the keyboard has
 * a frame of the highlight's colour and those that cannot be used are dashed. On light ground it is Fusion.
 *
 * It needs widgets, unlike the rest of this folder.
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
