// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qglobal.h>

namespace SmartCaptcha::Internal {

/**
 * Lets Qt WebEngine show a screen reader what is in its pages. To be called before the engine starts, which
 * reads it once.
 *
 * On Linux, Qt WebEngine before Qt 6.7 does not unless this variable says so. With it, the engine does
 * nothing more than to listen whether accessibility is active in the application, now or later; its pages
 * cost more only then. What the user or the application has set stays.
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
