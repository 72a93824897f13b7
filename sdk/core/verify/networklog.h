// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qloggingcategory.h>

namespace SmartCaptcha::Internal {

/// `smartcaptcha.net`: what the verifier logs; warnings by default, and no tokens or keys at any level.
const QLoggingCategory &networkLog();

} // namespace SmartCaptcha::Internal
