// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "solver.h"

#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>

using namespace std::chrono_literals;

// A form with a captcha, or a dialog, for screenreader.py: widgetprogram HOST SCENARIO.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString host = application.arguments().value(1);
    Solver solver(application.arguments().value(2));

    QWidget form;
    form.setWindowTitle(QStringLiteral("Form"));
    auto *column = new QVBoxLayout(&form);
    auto *field = new QLineEdit;
    field->setAccessibleName(QStringLiteral("E-mail"));
    column->addWidget(field);
    SmartCaptchaDialog dialog(solver.options(), &form);
    if (host == QLatin1String("dialog")) {
        solver.watch(dialog.captcha(), &SmartCaptchaWidget::stateChanged);
        form.show();
        dialog.open();
    } else {
        auto *captcha = new SmartCaptchaWidget(solver.options());
        if (host == QLatin1String("inline"))
            captcha->setChallengePresentation(SmartCaptchaWidget::ChallengePresentation::Inline);
        column->addWidget(captcha);
        solver.watch(captcha, &SmartCaptchaWidget::stateChanged);
        form.show();
    }
    // There may be no window manager to do it.
    QApplication::activeModalWidget() ? dialog.activateWindow() : form.activateWindow();
    return QApplication::exec();
}
