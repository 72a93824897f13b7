// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// As soon as nothing is left to do, tells bench_start so. Ends the program, without destroying anything,
/// when bench_start has measured it.
void reportWhenIdle();
