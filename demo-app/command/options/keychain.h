// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaKeyStore>

#include <QtCore/qfuture.h>

/// Waiting for the system's keychain.
namespace Keychain {

/// Milliseconds that an operation may take: the user may have to type a password meanwhile.
inline constexpr int usualTimeout = 60000;

/// Waits until @p operation has finished, and returns its result.
[[nodiscard]] SmartCaptchaKeyStoreResult ended(const QFuture<SmartCaptchaKeyStoreResult> &operation);

} // namespace Keychain
