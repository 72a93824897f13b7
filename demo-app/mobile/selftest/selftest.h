// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

class CaptchaRecord;
class DemoService;
class DemoSettings;

/// The application's window driven through every screen and every way a captcha can take, by the events that
/// a finger and a keyboard make.
namespace SelfTest {

/// The application as the self-test has it.
struct Application {
    QQuickWindow *window;
    DemoSettings *settings;
    DemoService *service;
    CaptchaRecord *record;
};

/**
 * Runs the plan. Writes a picture of each step and `summary.json` to @p folder, which is made when it is not
 * there, and prints a table.
 *
 * @param only the steps to run, by their ids; empty means all.
 * @return true when every step came out as it should.
 */
[[nodiscard]] bool run(const Application &application, const QString &folder, const QStringList &only);

} // namespace SelfTest
