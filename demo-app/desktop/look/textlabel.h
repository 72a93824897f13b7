// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qlabel.h>

/// Labels for texts that a person may want to copy.
namespace TextLabel {

/// A label that wraps its text, which can be selected. The text is never taken for markup: it may come from a
/// file or a service.
[[nodiscard]] inline QLabel *make()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace TextLabel
