// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// What around @p widget keeps Qt from drawing a page in it as it changes; empty when nothing does.
[[nodiscard]] QString whatFreezesPages(const QWidget *widget);

} // namespace SmartCaptcha::Internal
