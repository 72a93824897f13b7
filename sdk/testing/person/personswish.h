// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace SmartCaptcha::Internal {

/// What the person of a test wants to do in a challenge.
enum class PersonsWish { Solve, AnswerWrongly, Close };

} // namespace SmartCaptcha::Internal
