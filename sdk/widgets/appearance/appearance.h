// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/page/captchapage.h"

QT_BEGIN_NAMESPACE
class QPalette;
class QWidget;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// The palette of @p widget with the colour that is really behind it: style sheets paint windows, frames and
/// group boxes in colours that are in no palette. A text colour that could not be read on it is changed, too.
[[nodiscard]] QPalette paletteOnGround(const QWidget *widget);

/// What a page has to know about @p palette: the window's colour, and whether it counts as dark.
[[nodiscard]] PageAppearance appearanceOf(const QPalette &palette);

} // namespace SmartCaptcha::Internal
