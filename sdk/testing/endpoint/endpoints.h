// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "emulatorstate.h"
#include "loopback/httpmessage.h"

namespace SmartCaptcha::Internal {

/// The answer of the endpoint that @p request is for; status 404 if there is none.
[[nodiscard]] HttpAnswer answerRequest(EmulatorState &state, const HttpRequest &request);

} // namespace SmartCaptcha::Internal
