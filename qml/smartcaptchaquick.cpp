// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaquick.h"

#include "core/logging/logging.h"

#include <QtCore/qcoreapplication.h>

#ifdef SMARTCAPTCHA_QUICK_INITIALIZES_WEBVIEW
#include <QtWebView/qtwebviewfunctions.h>
#endif

namespace SmartCaptcha {

void initializeQuick()
{
    if (QCoreApplication::instance()) {
        qCWarning(Internal::pageLog) << "SmartCaptcha::initializeQuick() was called after the application "
                                        "object had been made, which is too late";
        return;
    }
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
#ifdef SMARTCAPTCHA_QUICK_INITIALIZES_WEBVIEW
    QtWebView::initialize();
#endif
}

} // namespace SmartCaptcha
