// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaquick.h"

#include "captcha/captchalog.h"

#include <QtCore/qcoreapplication.h>
#include <QtQuick/qquickwindow.h>

#ifdef SMARTCAPTCHA_QUICK_INITIALIZES_WEBVIEW
#include <QtWebView/qtwebviewfunctions.h>
#endif

namespace SmartCaptcha {

void initializeQuick()
{
    if (QCoreApplication::instance()) {
        qCWarning(Internal::pageLog) << "SmartCaptcha::initializeQuick() was called after the application "
                                        "object had been created, which is too late";
        return;
    }
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
#if defined(SMARTCAPTCHA_QUICK_HAS_WEBENGINE) && (defined(Q_OS_WIN) || defined(Q_OS_MACOS))                  \
    && QT_VERSION < QT_VERSION_CHECK(6, 6, 0)
    // These versions of Qt WebEngine draw with OpenGL only, which is not the default on these systems.
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
#endif
#ifdef SMARTCAPTCHA_QUICK_INITIALIZES_WEBVIEW
    QtWebView::initialize();
#endif
}

} // namespace SmartCaptcha
