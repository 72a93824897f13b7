// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A form with Qt Quick, with or without a popup that is not opened.

#include "report.h"

#ifdef START_WITH_CAPTCHA
#include <SmartCaptcha/SmartCaptchaQuick>
#endif

#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlapplicationengine.h>
#include <QtQuick/qquickwindow.h>

int main(int argc, char *argv[])
{
#ifdef START_WITH_CAPTCHA
    SmartCaptcha::initializeQuick();
#endif
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.load(QUrl(QStringLiteral("qrc:/Start/" START_FILE)));
    auto *const window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    QObject::connect(window, &QQuickWindow::frameSwapped, window, reportWhenIdle,
                     Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    return application.exec();
}
