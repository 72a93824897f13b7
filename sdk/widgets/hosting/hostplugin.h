// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

#include "engines/widgets/widgetwebhost.h"

#include <QtCore/qstringlist.h>

#include <functional>
#include <memory>

/// How a widget gets its web host: from a plugin that is loaded when the first one is needed.
namespace SmartCaptcha::Internal::HostPlugin {

/// The environment variable that names the folders to look in, instead of the usual ones.
inline constexpr char PathVariable[] = "SMARTCAPTCHA_PLUGIN_PATH";

using Factory = std::function<std::unique_ptr<WidgetWebHost>()>;

/**
 * A new host. Never null: without a usable plugin it is one whose pages fail, and its reason says what is
 * missing and where it was looked for. A plugin that was found is kept for the life of the process; one that
 * was not is looked for anew.
 */
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT std::unique_ptr<WidgetWebHost> createHost();

/// Makes hosts instead of any plugin; an empty one ends that. For tests.
void setFactory(const Factory &factory);

/// The folders that a plugin is looked for in, in this order.
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT QStringList folders();

/// The factory of the first usable plugin in @p folders; null with the reason in @p problem.
[[nodiscard]] SMARTCAPTCHA_WIDGETS_EXPORT WidgetWebHostFactory *find(const QStringList &folders,
                                                                     QString *problem);

} // namespace SmartCaptcha::Internal::HostPlugin
