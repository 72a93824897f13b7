// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// Says in English what around @p widget keeps Qt from repainting a page in it; empty if nothing does.
[[nodiscard]] QString whatFreezesPages(const QWidget *widget);

} // namespace SmartCaptcha::Internal
