// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// Drops the lines in which the platform without a screen says that it has none, and passes all others on.
void silenceMissingScreen();
