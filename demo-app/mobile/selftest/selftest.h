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

/// Drives the application's window through every screen and every course that a captcha can take, with the
/// events of a finger and a keyboard.
namespace SelfTest {

/// The parts of the application that the self-test uses.
struct Application {
    QQuickWindow *window;
    DemoSettings *settings;
    DemoService *service;
    CaptchaRecord *record;
};

/**
 * Runs the plan. Writes a picture of each step and `summary.json` to @p folder, creating it if necessary, and
 * prints a table.
 *
 * @param only the ids of the steps to run; empty means all.
 * @return true when every step had the expected result.
 */
[[nodiscard]] bool run(const Application &application, const QString &folder, const QStringList &only);

} // namespace SelfTest
