// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

#ifdef QT_NO_DEBUG
inline void watchEventLoop(QObject *)
{
}
#else
/**
 * Logs a warning, once per process, if the event loop of the current thread is blocked for seconds while @p
 * waiting exists: then somebody probably waits for a future in the verifier's own thread, which would never
 * end. In debug builds only, because it takes a thread.
 */
void watchEventLoop(QObject *waiting);
#endif

} // namespace SmartCaptcha::Internal
