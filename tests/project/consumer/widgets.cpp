// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qapplication.h>

#include <cstdio>

// No service runs here. With the argument "engine" the web engine must be found and report that; without it,
// the widget is only created.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    SmartCaptchaOptions options(QStringLiteral("ysc1_abcdefghijklmnopqrst"));
    options.setService(SmartCaptchaService(QUrl(QStringLiteral("http://127.0.0.1:1"))));
    options.setPageOrigin(QUrl(QStringLiteral("http://localhost:1")));
    SmartCaptchaWidget widget;
    widget.setOptions(options);
    widget.show();
    if (!application.arguments().contains(QStringLiteral("engine")))
        return 0;
    QObject::connect(&widget, &SmartCaptchaWidget::errorOccurred, &application,
                     [](const SmartCaptchaError &error) {
                         std::puts(qUtf8Printable(error.details()));
                         QCoreApplication::exit(error.code() == SmartCaptchaError::Code::LoadFailed ? 0 : 1);
                     });
    widget.load();
    return QApplication::exec();
}
