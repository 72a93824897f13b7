// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/quick/quickwebhost.h"

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

/// How a SmartCaptchaView gets its web host.
namespace SmartCaptcha::Internal::QuickHosts {

using Factory = std::function<std::unique_ptr<QuickWebHost>(QuickEngine)>;

/// Creates a host, and loads the engine if this is the first host of its kind. Never null: without a usable
/// engine Auto takes the person's browser, and otherwise every page of the host fails with a reason that says
/// what is missing. Auto also takes the browser if the Chromium of Qt WebEngine is older than @p
/// minimumChromium.
[[nodiscard]] std::unique_ptr<QuickWebHost> make(QuickEngine wanted, QQmlEngine *engine, int minimumChromium);

/// Sets what makes the hosts while the scripted engine is in use, instead of hosts that record nothing. For
/// tests of the SDK.
void setScriptedFactory(const Factory &factory);

} // namespace SmartCaptcha::Internal::QuickHosts
