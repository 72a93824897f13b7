// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "emulatorstate.h"
#include "loopback/httpmessage.h"

namespace SmartCaptcha::Internal {

/// `/validate`: the verdict about a token, for whoever has the server key.
[[nodiscard]] HttpAnswer answerValidate(EmulatorState &state, const HttpRequest &request);

/// `/backend/verify`: the verdict about a token as an application's own backend gives it, to callers without
/// a key.
[[nodiscard]] HttpAnswer answerBackend(EmulatorState &state, const HttpRequest &request);

/// `/redirected`: where Scenario::Redirect sends a client that follows it.
[[nodiscard]] HttpAnswer answerRedirected();

} // namespace SmartCaptcha::Internal
