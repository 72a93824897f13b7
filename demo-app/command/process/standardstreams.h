// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// Opens what is closed of standard input, output and error, so that no file or connection that the program
/// opens later takes the place of one. Reading there finds nothing, and writing fails.
void ensureStandardStreams();
