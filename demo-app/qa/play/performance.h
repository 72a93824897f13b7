// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/scenario.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qpointer.h>

#include <functional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QWidget;
QT_END_NAMESPACE

namespace Qa {

class Observation;
class PersonsBrowser;
class Script;
class Stage;

/// Turns the steps of a scenario into a script of what the person, the application and the network do.
class Performance {
    Q_DECLARE_TR_FUNCTIONS(Qa::Performance)

public:
    /// None of these is owned; all must outlive the script. @p moreToLoad is how many milliseconds more than
    /// the scenario the profile gives the captcha to load.
    Performance(const Scenario &scenario, Stage *stage, Observation *seen, Script *script, int moreToLoad);

    /// Brings the service back, and loads the captcha, unless the scenario decides when, or never uses it.
    void addBeginning();
    /// Adds all steps in order.
    void addSteps();

private:
    void add(const Step &step);
    void addPress(bool byKeyboard);
    void addExecute();
    void addSolving(bool wrongFirst);
    void addAnswer(const std::function<QString()> &answer);
    void addCross();
    void addEscape();
    void addClosedWindow();
    void addRetry();
    void addInBrowser(const QString &note, const std::function<void(PersonsBrowser &)> &action);
    void addButton(int place, const QString &note);
    void addLanguage(const QString &language);
    void addKeyboard();
    void awaitService();
    void awaitReady();
    void awaitToken();

    void pressButton(bool byKeyboard);
    [[nodiscard]] bool isPressNoticed() const;
    [[nodiscard]] qsizetype checks() const;
    [[nodiscard]] QWidget *keyTarget() const;
    void press(Qt::Key key);
    static void press(QPushButton *button);
    void typeAnswer(const QString &answer);
    void ask(const QString &token);
    void forgetRequests();

    const Scenario m_scenario;
    Stage *const m_stage;
    Observation *const m_seen;
    Script *const m_script;
    const int m_moreToLoad;
    int m_presses = 0;
    qsizetype m_checksBefore = 0; ///< Questions to the emulator before the press.
};

} // namespace Qa
