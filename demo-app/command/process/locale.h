// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// Without a UTF-8 locale, as in a minimal container, Qt warns on standard error and chooses one. This
/// chooses the same one before the application object is created, so that standard error has only the
/// program's own lines.
void ensureUtf8Locale();
