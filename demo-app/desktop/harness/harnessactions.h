// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

QT_BEGIN_NAMESPACE
class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QMenuBar;
class QToolBar;
QT_END_NAMESPACE

/// The actions of the harness window with their shortcuts and icons, in menus and a tool bar. The window
/// implements them.
class HarnessActions : public QObject {
    Q_OBJECT

public:
    /// Fills the menu bar of @p window, which owns everything, and adds a tool bar.
    explicit HarnessActions(QMainWindow *window);

    void retranslate();

    QMenu *const sessionsMenu;
    QMenu *const profileMenu;
    QActionGroup *const profiles; ///< Filled by the window; an action's data is the id of a profile.
    QActionGroup *const languages; ///< An action's data is the language code.
    QActionGroup *const colors; ///< An action's data is an Appearance::Scheme.

    QAction *const newSession;
    QAction *const openFolder;
    QAction *const addScenarios;
    QAction *const forgetScenarios;
    QAction *const saveHtml;
    QAction *const saveJson;
    QAction *const saveJUnit;
    QAction *const quit;
    QAction *const run;
    QAction *const runByHand;
    QAction *const runShown;
    QAction *const runFailed;
    QAction *const stop;
    QAction *const passed;
    QAction *const failed;
    QAction *const picture;
    QAction *const editProfiles;
    QAction *const showScenarios;
    QAction *const showForm;
    QAction *const find;
    QAction *const about;
    QAction *const aboutQt;

private:
    void setKeys();
    void setPictures();
    void fillMenus(QMenuBar *bar);
    void fillLanguages();
    void fillColors();
    void fillToolBar(QMainWindow *window);

    QMenu *const m_fileMenu;
    QMenu *const m_runMenu;
    QMenu *const m_viewMenu;
    QMenu *const m_languageMenu;
    QMenu *const m_colorsMenu;
    QMenu *const m_helpMenu;
    QToolBar *const m_toolBar;
};
