// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "solver.h"

#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlapplicationengine.h>
#include <QtQuick/qquickwindow.h>

// A form with a captcha, or a popup, for screenreader.py: quickprogram HOST SCENARIO.
int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    const QString host = application.arguments().value(1);
    Solver solver(application.arguments().value(2));

    QByteArray captcha = "SmartCaptchaView { x: 10; y: 60; options: solver.options";
    if (host == QLatin1String("inline"))
        captcha += "; challengePresentation: SmartCaptchaView.ChallengePresentation.Inline";
    else if (host == QLatin1String("webview"))
        captcha += "; engine: SmartCaptchaView.Engine.WebView";
    else if (host == QLatin1String("popup"))
        captcha = "SmartCaptchaPopup { options: solver.options; Component.onCompleted: Qt.callLater(open)";
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{QStringLiteral("solver"), QVariant::fromValue(&solver)}});
    engine.loadData(
        "import QtQuick\nimport SmartCaptcha\n"
        "Window { id: window; required property var solver; readonly property var captcha: shown\n"
        "  width: 480; height: 760; visible: true; title: 'Form'\n"
        "  TextInput { x: 10; y: 10; width: 200; height: 30; activeFocusOnTab: true\n"
        "    Accessible.role: Accessible.EditableText; Accessible.name: 'E-mail' }\n  "
        + captcha + "; id: shown }\n}\n");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    window->requestActivate(); // There may be no window manager to do it.
    auto *shown = window->property("captcha").value<QObject *>();
    if (auto *view = qobject_cast<SmartCaptchaView *>(shown))
        solver.watch(view, &SmartCaptchaView::captchaStateChanged);
    return QGuiApplication::exec();
}
