// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace SmartCaptcha::Internal {

/// The engines that can show a page in Qt Quick, in the order of SmartCaptchaView::Engine.
enum class QuickEngine { Auto, WebEngine, WebView, Browser };

} // namespace SmartCaptcha::Internal
