// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webenginehostfactory.h"

#include "captcha/captchalog.h"
#include "captcha/engine/chromiumversion.h"
#include "captcha/engine/engineaccessibility.h"
#include "captcha/engine/engineparts.h"
#include "webenginewidgethost.h"

#include <QtGui/qopenglcontext.h>
#include <QtQuick/qquickwindow.h>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

namespace SmartCaptcha::Internal {

namespace {

// The engine's view is a Qt Quick scene, which terminates the program if it expects OpenGL and there is none.
// The application object has tried OpenGL already.
void drawInSoftwareWithoutOpenGL()
{
    const QOpenGLContext *const shared = QOpenGLContext::globalShareContext();
    if (shared && shared->isValid())
        return;
    if (!QQuickWindow::sceneGraphBackend().isEmpty() || qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        return;
    qCInfo(pageLog) << "There is no OpenGL here: the captcha is drawn in software";
    QQuickWindow::setSceneGraphBackend(QStringLiteral("software"));
}

} // namespace

WidgetWebHost *WebEngineHostFactory::create(QString *problem)
{
    *problem = EngineParts::missing();
    if (!problem->isEmpty())
        return nullptr;
    drawInSoftwareWithoutOpenGL();
    allowEngineAccessibility();
    return new WebEngineWidgetHost;
}

int WebEngineHostFactory::chromium() const
{
    return ChromiumVersion::majorOf(qWebEngineChromiumVersion());
}

} // namespace SmartCaptcha::Internal
