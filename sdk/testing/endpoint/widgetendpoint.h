// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "emulatorstate.h"
#include "loopback/httpmessage.h"

namespace SmartCaptcha::Internal {

/// `/api/...`: the requests of the widget's frames. This protocol is private to the emulator; nothing else
/// may rely on it.
[[nodiscard]] HttpAnswer answerWidget(EmulatorState &state, const HttpRequest &request);

/// Issues a token and tells the owner of @p state.
[[nodiscard]] QString issueToken(EmulatorState &state, const TokenSubject &subject, qint64 lifetime);

} // namespace SmartCaptcha::Internal
