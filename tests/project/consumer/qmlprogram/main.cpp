// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtGui/qguiapplication.h>

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    const QGuiApplication application(argc, argv);
    return 0;
}
