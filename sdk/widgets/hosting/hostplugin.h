// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

#include "engines/widgets/widgetengine.h"
#include "engines/widgets/widgetwebhost.h"

#include <QtCore/qstringlist.h>

#include <functional>
#include <memory>

/// How a widget gets its web host: from a plugin that is loaded when the first host is needed, or from the
/// person's own browser.
namespace SmartCaptcha::Internal::HostPlugin {

/// The environment variable that names the folders to look in, instead of the usual ones.
inline constexpr char PathVariable[] = "SMARTCAPTCHA_PLUGIN_PATH";

/// The engine whose plugin is used: the value of `engine` in the plugin's metadata.
inline constexpr char Engine[] = "webengine";

using Factory = std::function<std::unique_ptr<WidgetWebHost>(WidgetEngine)>;

/**
 * Creates a host. Never null: without a usable plugin Auto takes the person's browser, and with WebEngine
 * every page of the host fails with a reason that says what is missing and where it was looked for. Auto also
 * takes the browser if the plugin's Chromium is older than @p minimumChromium. A plugin that was found is
 * kept for the lifetime of the process; if none was found, the next call looks again.
 */
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT std::unique_ptr<WidgetWebHost> createHost(WidgetEngine wanted,
                                                                                    int minimumChromium);

/// Sets what makes the hosts while the scripted engine is in use, instead of hosts that record nothing. For
/// tests of the SDK.
void setScriptedFactory(const Factory &factory);

/// The folders in which a plugin is looked for, in this order.
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT QStringList folders();

/// The factory of the first usable plugin in @p folders; null with the reason in @p problem.
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT WidgetWebHostFactory *find(const QStringList &folders,
                                                                     QString *problem);

} // namespace SmartCaptcha::Internal::HostPlugin
