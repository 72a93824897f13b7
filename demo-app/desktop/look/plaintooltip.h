// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// Tool tips with texts that a file or a service gave.
namespace PlainToolTip {

/// @p text for a tool tip that shows it letter by letter. A tool tip cannot be told to take nothing for
/// markup.
[[nodiscard]] inline QString of(const QString &text)
{
    return text.isEmpty()
        ? QString()
        : QStringLiteral("<qt><p style=\"white-space:pre-wrap\">%1</p></qt>").arg(text.toHtmlEscaped());
}

} // namespace PlainToolTip
