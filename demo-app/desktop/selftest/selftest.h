// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

class DemoService;
class HarnessWindow;

/**
 * The demo's window driven through every way a captcha can end, by the events that a mouse and a keyboard
 * make.
 */
namespace SelfTest {

/**
 * Runs the plan in English and in Russian. Writes a picture of each step and `summary.json` to @p folder,
 * which is made when it is not there, and prints a table.
 *
 * @param only the steps to run, by their ids; empty means all.
 * @return true when every step came out as it should.
 */
[[nodiscard]] bool run(HarnessWindow *window, DemoService *service, const QString &folder,
                       const QStringList &only);

} // namespace SelfTest
