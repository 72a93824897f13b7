// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/page/captchapage.h"

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// What a page has to know of @p palette: the window's colour, and whether it counts as dark.
[[nodiscard]] PageAppearance appearanceOf(const QPalette &palette);

} // namespace SmartCaptcha::Internal
