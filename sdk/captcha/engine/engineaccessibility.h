// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qglobal.h>

namespace SmartCaptcha::Internal {

/**
 * Makes Qt WebEngine expose its pages to screen readers. Call it before the engine starts, which reads the
 * setting only once.
 *
 * On Linux, Qt WebEngine before Qt 6.7 does that only if this environment variable is set. The variable
 * merely makes the engine watch whether accessibility becomes active in the application; only then do pages
 * cost more. A value that the user or the application has set is kept.
 */
inline void allowEngineAccessibility()
{
#ifdef Q_OS_LINUX
    constexpr char variable[] = "QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY";
    if (!qEnvironmentVariableIsSet(variable))
        qputenv(variable, "1");
#endif
}

} // namespace SmartCaptcha::Internal
