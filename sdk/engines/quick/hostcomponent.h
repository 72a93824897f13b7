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
 * One of the module's own QML files that bring an engine with them, ready to make objects of. Null, with the
 * reason in @p problem, when it cannot be used, usually because the QML module @p engineModule is not
 * installed, which is in @p debianPackages.
 */
[[nodiscard]] std::unique_ptr<QQmlComponent> hostComponent(QQmlEngine *engine, const QString &file,
                                                           const QString &engineModule,
                                                           const QString &debianPackages, QString *problem);

} // namespace SmartCaptcha::Internal
