// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

/// How a self-test waits: with the event loop running, because everything happens in it.
namespace SelfTest {

/// Milliseconds far above what anything takes; a step that runs into it has failed.
inline constexpr int patience = 40000;

/// Waits until @p condition is true. False when it is not within @p milliseconds.
bool waitFor(const std::function<bool()> &condition, int milliseconds = patience);

/// Waits for @p milliseconds.
void pause(int milliseconds);

} // namespace SelfTest
