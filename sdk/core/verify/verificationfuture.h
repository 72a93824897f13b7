// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qfuture.h>

class SmartCaptchaReply;

namespace SmartCaptcha::Internal {

/// A future that finishes with the result of @p reply, or with Canceled if the reply is deleted before that.
/// Cancelling the future aborts the reply.
[[nodiscard]] QFuture<SmartCaptchaResult> verificationFuture(SmartCaptchaReply *reply);

} // namespace SmartCaptcha::Internal
