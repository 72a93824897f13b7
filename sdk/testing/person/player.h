// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <optional>

namespace SmartCaptcha::Internal {

/// The person of a test, as the emulator knows them.
struct Player {
    enum class Wish { Solve, AnswerWrongly, Close };

    QString series; ///< Of the challenge that opened in their captcha last.
    std::optional<Wish> wish; ///< What they want to do there, until its frame does it.
};

} // namespace SmartCaptcha::Internal
