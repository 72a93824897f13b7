// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/smartcaptchaquick.h>
#ifdef HAS_EMULATOR
#include <SmartCaptcha/SmartCaptchaEmulator>
#endif

#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickwindow.h>

#include <cstdio>
#include <memory>

// An invisible captcha created in QML. With the names of engines as arguments, each must get a token from the
// emulator; without arguments, the item is only created.
int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    QQmlEngine qmlEngine;
    QStringList engines = application.arguments().mid(1);
    do {
        const QString engine = engines.isEmpty() ? QStringLiteral("Auto") : engines.takeFirst();
        QQmlComponent component(&qmlEngine);
        component.setData("import SmartCaptcha\n"
                          "SmartCaptchaView {\n"
                          "    options.mode: SmartCaptchaOptions.Mode.Invisible\n"
                          "    engine: SmartCaptchaView.Engine."
                              + engine.toLatin1() + "\n}\n",
                          {});
        QQuickWindow window;
        const std::unique_ptr<QObject> object(component.create());
        auto *const view = qobject_cast<SmartCaptchaView *>(object.get());
        if (!view) {
            std::puts(qUtf8Printable(component.errorString()));
            return 1;
        }
        view->setParentItem(window.contentItem());
        window.show();
        if (application.arguments().size() == 1)
            return 0;
#ifdef HAS_EMULATOR
        SmartCaptchaEmulator emulator;
        if (!emulator.listen())
            return 1;
        SmartCaptchaOptions options = view->options();
        options.setSiteKey(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        view->setOptions(options);
        QObject::connect(view, &SmartCaptchaView::errorOccurred, &application,
                         [](const SmartCaptchaError &error) {
                             std::puts(qUtf8Printable(error.details()));
                             QCoreApplication::exit(1);
                         });
        QObject::connect(view, &SmartCaptchaView::tokenReceived, &application, [&engine] {
            std::puts(qUtf8Printable(QStringLiteral("A token with ") + engine));
            QCoreApplication::exit(0);
        });
        view->execute();
        if (QGuiApplication::exec() != 0)
            return 1;
#endif
    } while (!engines.isEmpty());
    return 0;
}
