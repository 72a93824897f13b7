// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

class HarnessWindow;

/**
 * Runs the demo without a user: plays the scenarios that need none in every language, and takes pictures of
 * the window.
 */
class SelfTest : public QObject {
    Q_OBJECT

public:
    /// Writes the pictures and `summary.json` to @p folder. The window is not owned and must outlive the
    /// test.
    SelfTest(HarnessWindow *window, const QString &folder);

    /// Plays the scenarios @p only, or all if that is empty, and prints a table. True when every one passed.
    /// False, with a line on standard error, also when there was nothing to play or the folder cannot be
    /// written.
    [[nodiscard]] bool run(const QStringList &only);

private:
    [[nodiscard]] bool choose(const QStringList &only);
    void play(const QString &language);
    void record(const Qa::ScenarioResult &result);
    void showBrowser(const QString &language);
    [[nodiscard]] bool takePicture(const QString &name);
    [[nodiscard]] bool writeSummary() const;

    HarnessWindow *const m_window;
    const QString m_folder;
    QStringList m_scenarios;
    QString m_language;
    QString m_playing;
    QJsonArray m_steps;
    int m_failed = 0;
};
