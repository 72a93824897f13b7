// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "emulatorstate.h"
#include "http/httpmessage.h"

namespace SmartCaptcha::Internal {

/// `/api/...`: what the widget's frames ask. How they talk is the emulator's own affair; nobody else may rely
/// on it.
[[nodiscard]] HttpAnswer answerWidget(EmulatorState &state, const HttpRequest &request);

/// Issues a token and tells the owner of @p state.
[[nodiscard]] QString issueToken(EmulatorState &state, const TokenSubject &subject, qint64 lifetime);

} // namespace SmartCaptcha::Internal
