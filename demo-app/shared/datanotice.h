// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qurl.h>

/// The address at which the service says how it processes data, for readers of @p language, one of
/// Language::codes(). An application has to show a link to it where the captcha does not.
[[nodiscard]] QUrl dataNoticeFor(const QString &language);
