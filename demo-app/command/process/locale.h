// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

/// Without a UTF-8 locale, as in a bare container, Qt warns on standard error and chooses one. This chooses
/// the same one before the application object does, so that standard error has the program's own lines only.
void ensureUtf8Locale();
