// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace SmartCaptcha::Internal {

/// The engines that can show a page for a widget, in the order of SmartCaptchaWidget::Engine.
enum class WidgetEngine { Auto, WebEngine, Browser };

} // namespace SmartCaptcha::Internal
