// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/quick/quickwebhost.h"

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

/// How a view of Qt Quick gets its web host.
namespace SmartCaptcha::Internal::QuickHosts {

using Factory = std::function<std::unique_ptr<QuickWebHost>(QuickEngine)>;

/// A new host, loading its engine if it is the first of its kind. Never null: without a usable engine it is
/// one whose pages fail, and its reason says what is missing.
[[nodiscard]] std::unique_ptr<QuickWebHost> make(QuickEngine wanted, QQmlEngine *engine);

/// Makes hosts instead; an empty one ends that. For tests.
void setFactory(const Factory &factory);

} // namespace SmartCaptcha::Internal::QuickHosts
