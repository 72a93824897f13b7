// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace SmartCaptcha::Internal {

/// The engines that can show a page for a widget, with the numbers of SmartCaptchaWidget::Engine.
enum class WidgetEngine { Auto, WebEngine, Browser = 3 };

} // namespace SmartCaptcha::Internal
