// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// Tool tips for texts from a file or a service.
namespace PlainToolTip {

/// @p text in a form that a tool tip shows literally. QToolTip has no setting that turns rich text off.
[[nodiscard]] inline QString of(const QString &text)
{
    return text.isEmpty()
        ? QString()
        : QStringLiteral("<qt><p style=\"white-space:pre-wrap\">%1</p></qt>").arg(text.toHtmlEscaped());
}

} // namespace PlainToolTip
