// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qlabel.h>

/// Labels for texts that users may want to copy.
namespace TextLabel {

/// A label with word wrap and selectable text. The text is never interpreted as rich text, because it may
/// come from a file or a service.
[[nodiscard]] inline QLabel *make()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace TextLabel
