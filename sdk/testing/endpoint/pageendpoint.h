// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "emulatorstate.h"
#include "loopback/httpmessage.h"

#include <optional>

namespace SmartCaptcha::Internal {

/// `/captcha.js`, the widget's frames, `/webview` and `/demo`; nothing if the path is none of them.
[[nodiscard]] std::optional<HttpAnswer> answerPage(const EmulatorState &state, const HttpRequest &request);

} // namespace SmartCaptcha::Internal
