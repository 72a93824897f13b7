// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

/// How a self-test waits: with the event loop running, because everything happens there.
namespace SelfTest {

/// Milliseconds; far longer than anything takes. A step that takes longer has failed.
inline constexpr int patience = 40000;

/// Waits until @p condition is true. False if that takes longer than @p milliseconds.
bool waitFor(const std::function<bool()> &condition, int milliseconds = patience);

/// Waits for @p milliseconds.
void pause(int milliseconds);

} // namespace SelfTest
