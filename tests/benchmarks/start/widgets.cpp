// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A form with Qt Widgets whose second page, with or without a captcha, is not shown yet.

#include "report.h"

#ifdef START_WITH_CAPTCHA
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>
#endif

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstackedwidget.h>

namespace {

class FirstPaint : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            reportWhenIdle();
        }
        return QObject::eventFilter(watched, event);
    }
};

QWidget *signInPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    auto *password = new QLineEdit;
    password->setEchoMode(QLineEdit::Password);
    form->addRow(QStringLiteral("Name"), new QLineEdit);
    form->addRow(QStringLiteral("Password"), password);
    form->addRow(new QPushButton(QStringLiteral("Sign in")));
    return page;
}

QWidget *confirmationPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->addWidget(new QLabel(QStringLiteral("One more step")));
#ifdef START_WITH_CAPTCHA
    auto *captcha = new SmartCaptchaWidget;
    auto *verifier = new SmartCaptchaVerifier(captcha);
    verifier->setBackendUrl(QUrl(QStringLiteral("https://shop.example/api/captcha")));
    captcha->setVerifier(verifier);
    SmartCaptchaOptions options(QStringLiteral("ysc1_0123456789abcdefg"));
    options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
    captcha->setOptions(options);
    column->addWidget(captcha);
#endif
    column->addWidget(new QPushButton(QStringLiteral("Continue")));
    return page;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStackedWidget window;
    window.addWidget(signInPage());
    window.addWidget(confirmationPage());
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.resize(480, 360);
    window.show();
    return application.exec();
}
