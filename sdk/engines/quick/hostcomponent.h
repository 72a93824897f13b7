// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtQml/qqmlcomponent.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * Loads one of the module's own QML files that import a web engine. Returns null, with the reason in @p
 * problem, if it cannot be used, usually because the QML module @p engineModule, which is in @p
 * debianPackages, is not installed.
 */
[[nodiscard]] std::unique_ptr<QQmlComponent> hostComponent(QQmlEngine *engine, const QString &file,
                                                           const QString &engineModule,
                                                           const QString &debianPackages, QString *problem);

} // namespace SmartCaptcha::Internal
