// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "harnessactions.h"

#include "look/glyph.h"
#include "scenariomodel.h"
#include "shared/appearance.h"
#include "shared/language.h"

#include <QtGui/qaction.h>
#include <QtGui/qactiongroup.h>
#include <QtWidgets/qmainwindow.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qmenubar.h>
#include <QtWidgets/qtoolbar.h>

using Scheme = Appearance::Scheme;

HarnessActions::HarnessActions(QMainWindow *window)
    : QObject(window)
    , sessionsMenu(new QMenu(window))
    , profileMenu(new QMenu(window))
    , profiles(new QActionGroup(window))
    , languages(new QActionGroup(window))
    , colors(new QActionGroup(window))
    , newSession(new QAction(window))
    , openFolder(new QAction(window))
    , addScenarios(new QAction(window))
    , forgetScenarios(new QAction(window))
    , saveHtml(new QAction(window))
    , saveJson(new QAction(window))
    , saveJUnit(new QAction(window))
    , quit(new QAction(window))
    , run(new QAction(window))
    , runByHand(new QAction(window))
    , runShown(new QAction(window))
    , runFailed(new QAction(window))
    , stop(new QAction(window))
    , passed(new QAction(window))
    , failed(new QAction(window))
    , picture(new QAction(window))
    , editProfiles(new QAction(window))
    , showScenarios(new QAction(window))
    , showForm(new QAction(window))
    , find(new QAction(window))
    , about(new QAction(window))
    , aboutQt(new QAction(window))
    , m_fileMenu(new QMenu(window))
    , m_runMenu(new QMenu(window))
    , m_viewMenu(new QMenu(window))
    , m_languageMenu(new QMenu(window))
    , m_colorsMenu(new QMenu(window))
    , m_helpMenu(new QMenu(window))
    , m_toolBar(new QToolBar(window))
{
    setKeys();
    setPictures();
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    aboutQt->setMenuRole(QAction::AboutQtRole);
    fillLanguages();
    fillColors();
    fillMenus(window->menuBar());
    fillToolBar(window);
}

void HarnessActions::setKeys()
{
    newSession->setShortcut(QKeySequence::New);
    addScenarios->setShortcut(QKeySequence::Open);
    saveHtml->setShortcut(QKeySequence::Save);
    quit->setShortcut(QKeySequence(QStringLiteral("Ctrl+Q")));
    run->setShortcut(Qt::Key_F5);
    runByHand->setShortcut(Qt::CTRL | Qt::Key_F5);
    runShown->setShortcut(Qt::SHIFT | Qt::Key_F5);
    runFailed->setShortcut(Qt::Key_F6);
    stop->setShortcut(Qt::SHIFT | Qt::Key_F6);
    passed->setShortcut(Qt::Key_F7);
    failed->setShortcut(Qt::SHIFT | Qt::Key_F7);
    picture->setShortcut(Qt::Key_F8);
    editProfiles->setShortcut(Qt::CTRL | Qt::Key_P);
    showScenarios->setShortcut(Qt::CTRL | Qt::Key_1);
    showForm->setShortcut(Qt::CTRL | Qt::Key_2);
    find->setShortcut(QKeySequence::Find);
}

void HarnessActions::setPictures()
{
    run->setIcon(Glyph::icon(Glyph::Shape::Play));
    runByHand->setIcon(Glyph::icon(Glyph::Shape::Person));
    runShown->setIcon(Glyph::icon(Glyph::Shape::PlayAll));
    runFailed->setIcon(Glyph::icon(Glyph::Shape::Repeat));
    stop->setIcon(Glyph::icon(Glyph::Shape::Stop));
    passed->setIcon(ScenarioModel::stateIcon(ScenarioModel::State::Passed));
    failed->setIcon(ScenarioModel::stateIcon(ScenarioModel::State::Failed));
    picture->setIcon(Glyph::icon(Glyph::Shape::Camera));
    saveHtml->setIcon(Glyph::icon(Glyph::Shape::Save));
    editProfiles->setIcon(Glyph::icon(Glyph::Shape::Profile));
}

void HarnessActions::fillLanguages()
{
    const QStringList codes = Language::codes();
    for (const QString &code : codes) {
        QAction *action = m_languageMenu->addAction(Language::nameOf(code));
        action->setCheckable(true);
        action->setData(code);
        languages->addAction(action);
    }
}

void HarnessActions::fillColors()
{
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        QAction *action = m_colorsMenu->addAction(QString());
        action->setCheckable(true);
        action->setData(int(scheme));
        colors->addAction(action);
    }
}

void HarnessActions::fillMenus(QMenuBar *bar)
{
    for (QMenu *menu : {m_fileMenu, m_runMenu, profileMenu, m_viewMenu, m_helpMenu})
        bar->addMenu(menu);

    m_fileMenu->addAction(newSession);
    m_fileMenu->addMenu(sessionsMenu);
    m_fileMenu->addAction(openFolder);
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({addScenarios, forgetScenarios});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({saveHtml, saveJson, saveJUnit});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(quit);

    m_runMenu->addActions({run, runByHand, runShown, runFailed, stop});
    m_runMenu->addSeparator();
    m_runMenu->addActions({passed, failed, picture});

    m_viewMenu->addActions({showScenarios, showForm, find});
    m_viewMenu->addSeparator();
    m_viewMenu->addMenu(m_languageMenu);
    m_viewMenu->addMenu(m_colorsMenu);

    m_helpMenu->addActions({about, aboutQt});
}

void HarnessActions::fillToolBar(QMainWindow *window)
{
    m_toolBar->setObjectName(QStringLiteral("tools"));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addActions({run, runShown, runFailed, stop});
    m_toolBar->addSeparator();
    m_toolBar->addActions({passed, failed, picture});
    m_toolBar->addSeparator();
    m_toolBar->addActions({editProfiles, saveHtml});
    // By default, tool bar buttons do not take the keyboard focus.
    const QList<QWidget *> buttons = m_toolBar->findChildren<QWidget *>();
    for (QWidget *button : buttons)
        button->setFocusPolicy(Qt::TabFocus);
    window->addToolBar(m_toolBar);
}

void HarnessActions::retranslate()
{
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_toolBar->toggleViewAction()->setText(m_toolBar->windowTitle());
    m_fileMenu->setTitle(tr("&File"));
    newSession->setText(tr("&New session"));
    sessionsMenu->setTitle(tr("&Sessions"));
    openFolder->setText(tr("Open session &folder"));
    addScenarios->setText(tr("&Add scenarios\u2026"));
    forgetScenarios->setText(tr("Rem&ove added scenarios"));
    saveHtml->setText(tr("Save &report\u2026"));
    saveHtml->setIconText(tr("Report"));
    saveJson->setText(tr("Save report as &JSON\u2026"));
    saveJUnit->setText(tr("Save report as JUnit &XML\u2026"));
    quit->setText(tr("&Quit"));
    m_runMenu->setTitle(tr("&Run"));
    run->setText(tr("&Run", "button"));
    runByHand->setText(tr("Run &manually"));
    runShown->setText(tr("Run &all in the list"));
    runShown->setIconText(tr("Run all"));
    runFailed->setText(tr("Rerun &failed"));
    runFailed->setIconText(tr("Rerun failed"));
    stop->setText(tr("&Stop"));
    passed->setText(tr("&Passed"));
    failed->setText(tr("Fai&led"));
    picture->setText(tr("&Take screenshot"));
    picture->setIconText(tr("Screenshot"));
    profileMenu->setTitle(tr("&Profile"));
    editProfiles->setText(tr("&Edit profiles\u2026"));
    editProfiles->setIconText(tr("Profiles"));
    m_viewMenu->setTitle(tr("&View"));
    showScenarios->setText(tr("&Scenarios"));
    showForm->setText(tr("&Manual test"));
    find->setText(tr("&Find scenario"));
    m_languageMenu->setTitle(tr("&Language"));
    m_colorsMenu->setTitle(tr("&Colours"));
    const QList<QAction *> schemes = colors->actions();
    schemes.at(0)->setText(tr("Same as &system"));
    schemes.at(1)->setText(tr("&Light"));
    schemes.at(2)->setText(tr("&Dark"));
    schemes.at(3)->setText(tr("&High contrast"));
    m_helpMenu->setTitle(tr("&Help"));
    about->setText(tr("&About the demo"));
    aboutQt->setText(tr("About &Qt"));
}
