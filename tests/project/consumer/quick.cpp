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

// An invisible captcha made by QML. With arguments, the names of backends, each has to give a token of the
// emulator's; without, the item is only made.
int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    QQmlEngine engine;
    QStringList backends = application.arguments().mid(1);
    do {
        const QString backend = backends.isEmpty() ? QStringLiteral("Auto") : backends.takeFirst();
        QQmlComponent component(&engine);
        component.setData("import SmartCaptcha\n"
                          "SmartCaptchaView {\n"
                          "    options.mode: SmartCaptchaOptions.Mode.Invisible\n"
                          "    backend: SmartCaptchaView.Backend."
                              + backend.toLatin1() + "\n}\n",
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
        QObject::connect(view, &SmartCaptchaView::tokenReceived, &application, [&backend] {
            std::puts(qUtf8Printable(QStringLiteral("A token with ") + backend));
            QCoreApplication::exit(0);
        });
        view->execute();
        if (QGuiApplication::exec() != 0)
            return 1;
#endif
    } while (!backends.isEmpty());
    return 0;
}
