// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// Opens those of standard input, output and error that are closed, so that no file or connection opened
/// later gets one of their descriptors. Reading from them returns end-of-file, and writing fails.
void ensureStandardStreams();
