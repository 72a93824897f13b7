// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <cstdio>
#include <memory>

// A program that does not link the SDK. The first argument is the import path with its module; a second
// argument makes it set Qt::AA_ShareOpenGLContexts, which web engines need. No service runs here: the program
// prints the captcha's error and ends.
int main(int argc, char *argv[])
{
    if (argc > 2)
        QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QGuiApplication application(argc, argv);
    QQmlEngine engine;
    engine.addImportPath(application.arguments().at(1));
    QObject::connect(&engine, &QQmlEngine::quit, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    QQmlComponent component(&engine);
    component.setData("import SmartCaptcha\n"
                      "SmartCaptchaView {\n"
                      "    options.siteKey: 'ysc1_abcdefghijklmnopqrst'\n"
                      "    options.pageOrigin: 'http://localhost:1'\n"
                      "    options.service: SmartCaptcha.service('http://127.0.0.1:1')\n"
                      "    onErrorOccurred: error => {\n"
                      "        console.warn(error.code, error.details);\n"
                      "        Qt.quit();\n"
                      "    }\n"
                      "}\n",
                      {});
    QQuickWindow window;
    const std::unique_ptr<QObject> object(component.create());
    auto *const item = qobject_cast<QQuickItem *>(object.get());
    if (!item) {
        std::puts(qUtf8Printable(component.errorString()));
        return 1;
    }
    item->setParentItem(window.contentItem());
    window.show();
    return QGuiApplication::exec();
}
