// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// Drops the warnings of the "offscreen" platform about what it does not support, and passes on all other
/// messages.
void silenceMissingScreen();
