// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaKeyStore>

#include <QtCore/qfuture.h>

/// Waiting for the system's keychain.
namespace Keychain {

/// Milliseconds that an operation may take: somebody may have to type a password meanwhile.
inline constexpr int usualTimeout = 60000;

/// What came of @p operation, as soon as it has ended.
[[nodiscard]] SmartCaptchaKeyStoreResult ended(const QFuture<SmartCaptchaKeyStoreResult> &operation);

} // namespace Keychain
