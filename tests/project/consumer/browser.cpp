// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Offers a captcha at an address on this computer, as a program without a window does.
#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfuture.h>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SmartCaptchaBrowserRequest request(SmartCaptchaOptions(QStringLiteral("ysc1_example")));
    request.setOpensBrowser(false);
    QObject::connect(&request, &SmartCaptchaBrowserRequest::started, &request, [&request](const QUrl &url) {
        const bool local = url.host() == QLatin1String("127.0.0.1") && url.port() > 0;
        request.cancel();
        QCoreApplication::exit(local && request.url().isEmpty() ? 0 : 1);
    });
    const QFuture<SmartCaptchaTokenResult> future = request.start();
    const int status = QCoreApplication::exec();
    if (status != 0 || !future.isFinished())
        std::puts("The request did not start, or did not end.");
    return future.isFinished() ? status : 1;
}
