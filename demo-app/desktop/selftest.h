// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

class HarnessWindow;

/**
 * The demo without a person: its window plays the scenarios that need none, in every language, and pictures
 * of it show what there was to see.
 */
class SelfTest : public QObject {
    Q_OBJECT

public:
    /// The pictures and `summary.json` go to @p folder. The window is not owned and outlives the test.
    SelfTest(HarnessWindow *window, const QString &folder);

    /// Plays the scenarios called @p only, or all when that is empty, and prints a table. True when every one
    /// passed; false, too, with a line on standard error, when there was nothing to play or no place to
    /// write.
    [[nodiscard]] bool run(const QStringList &only);

private:
    [[nodiscard]] bool choose(const QStringList &only);
    void play(const QString &language);
    void record(const Qa::ScenarioResult &result);
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
