// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "harnesswindow.h"

#include "demoservice.h"
#include "formpage.h"
#include "glyph.h"
#include "language/language.h"
#include "noticebar.h"
#include "profiles/profilesdialog.h"
#include "report/htmlreport.h"
#include "run/stage.h"
#include "savedfile.h"
#include "scenario/scenarioreader.h"
#include "scenario/vocabulary.h"
#include "scenariopanel.h"
#include "scenariospage.h"

#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreevent.h>
#include <QtCore/qdir.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtGui/qactiongroup.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qevent.h>
#include <QtGui/qscreen.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qmenubar.h>
#include <QtWidgets/qmessagebox.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstatusbar.h>
#include <QtWidgets/qtabwidget.h>
#include <QtWidgets/qtoolbar.h>

using Running = ScenariosPage::Running;
using About = NoticeBar::About;
using Scheme = Appearance::Scheme;

namespace {

QString settingsIn(const QString &config)
{
    return QDir(config).filePath(QStringLiteral("window.ini"));
}

} // namespace

HarnessWindow::HarnessWindow(const QString &config, const QString &store, DemoService *service,
                             QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settingsIn(config), QSettings::IniFormat)
    , m_profiles(QDir(config).filePath(QStringLiteral("profiles.json")))
    , m_session(QDir(store).filePath(QStringLiteral("sessions")))
    , m_service(service)
    , m_scenariosPage(new ScenariosPage(&m_session))
    , m_formPage(new FormPage(service))
    , m_pages(new QTabWidget)
    , m_notice(new NoticeBar)
    , m_toolBar(new QToolBar)
    , m_serviceText(new QLabel)
    , m_keyText(new QLabel)
    , m_countText(new QLabel)
    , m_progress(new QProgressBar)
{
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_scenariosPage, QString());
    m_pages->addTab(m_formPage, QString());
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    setCentralWidget(central);
    // It has names that a person or a file gave.
    m_serviceText->setTextFormat(Qt::PlainText);
    m_serviceText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setMaximumWidth(220);
    m_progress->hide();
    statusBar()->addWidget(m_serviceText);
    statusBar()->addWidget(m_keyText);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_countText);
    m_toolBar->setObjectName(QStringLiteral("tools"));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addToolBar(m_toolBar);
    makeActions();
    makeMenus();

    m_keys.follow(&m_profiles);
    connect(&m_profiles, &Qa::ProfileStore::changed, this, &HarnessWindow::refreshProfiles);
    connect(&m_keys, &Qa::ProfileKeys::keyChanged, this, [this](const QString &id) {
        if (id == m_profile.id)
            takeKey();
        refreshStatus();
    });
    connect(&m_keys, &Qa::ProfileKeys::problem, this, [this](const QString &id, const QString &text) {
        const auto profile = m_profiles.profile(id);
        m_notice->set(About::Keys, profile ? tr("%1: %2").arg(profile->name, text) : text);
    });
    connect(&m_session, &Qa::Session::troubled, this,
            [this](const QString &problem) { m_notice->set(About::Session, problem); });
    connect(&m_session, &Qa::Session::changed, this, &HarnessWindow::refreshStatus);
    connect(&m_session, &Qa::Session::opened, this, &HarnessWindow::refreshStatus);
    connect(m_scenariosPage, &ScenariosPage::runningChanged, this, [this] {
        m_progress->setVisible(m_scenariosPage->running() == Running::Harness);
        // What was found again is known by now.
        m_notice->set(About::FoundAgain, {});
        takeKey();
        refreshActions();
    });
    connect(m_scenariosPage, &ScenariosPage::progressed, this, [this](int number, int of) {
        m_progress->setMaximum(of);
        m_progress->setValue(number - 1);
        m_progress->setFormat(tr("%1 of %2").arg(number).arg(of));
    });
    connect(m_scenariosPage, &ScenariosPage::choiceChanged, this, &HarnessWindow::refreshActions);
    connect(m_pages, &QTabWidget::currentChanged, this, &HarnessWindow::refreshActions);

    // A popup of the captcha shadows the window, but a tester wants a picture of it, or an end.
    QCoreApplication::instance()->installEventFilter(this);

    resize(QSize(1320, 860).boundedTo(screen()->availableSize()));
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(m_settings.value(QStringLiteral("state")).toByteArray());
    readScenarios();
    m_scenariosPage->restoreState(m_settings);
    m_formPage->restoreState(m_settings);
    if (m_settings.value(QStringLiteral("page")).toInt() == 1)
        showForm();
    retranslate();
}

HarnessWindow::~HarnessWindow()
{
    // The pages use the session, which is a member and would be gone before them.
    delete takeCentralWidget();
}

QAction *HarnessWindow::add(QMenu *menu, QAction **action, void (HarnessWindow::*slot)())
{
    *action = new QAction(this);
    menu->addAction(*action);
    connect(*action, &QAction::triggered, this, slot);
    return *action;
}

void HarnessWindow::makeActions()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_runMenu = menuBar()->addMenu(QString());
    m_profileMenu = menuBar()->addMenu(QString());
    m_viewMenu = menuBar()->addMenu(QString());
    m_helpMenu = menuBar()->addMenu(QString());
    const auto page = [this](QAction **action, auto slot) {
        *action = new QAction(this);
        connect(*action, &QAction::triggered, m_scenariosPage, slot);
    };
    page(&m_run, &ScenariosPage::run);
    page(&m_runByHand, &ScenariosPage::runByHand);
    page(&m_runShown, &ScenariosPage::runShown);
    page(&m_runFailed, &ScenariosPage::runFailed);
    page(&m_stop, &ScenariosPage::stop);
    page(&m_passed, [this] { m_scenariosPage->judge(true); });
    page(&m_failed, [this] { m_scenariosPage->judge(false); });
    page(&m_picture, &ScenariosPage::takePicture);
    page(&m_find, [this] {
        showScenarios();
        m_scenariosPage->list()->focusFilter();
    });
    m_run->setIcon(Glyph::icon(Glyph::Shape::Play));
    m_run->setShortcut(Qt::Key_F5);
    m_runByHand->setIcon(Glyph::icon(Glyph::Shape::Person));
    m_runByHand->setShortcut(Qt::CTRL | Qt::Key_F5);
    m_runShown->setIcon(Glyph::icon(Glyph::Shape::PlayAll));
    m_runShown->setShortcut(Qt::SHIFT | Qt::Key_F5);
    m_runFailed->setIcon(Glyph::icon(Glyph::Shape::Repeat));
    m_runFailed->setShortcut(Qt::Key_F6);
    m_stop->setIcon(Glyph::icon(Glyph::Shape::Stop));
    m_stop->setShortcut(Qt::SHIFT | Qt::Key_F6);
    m_passed->setIcon(ScenarioModel::stateIcon(ScenarioModel::State::Passed));
    m_passed->setShortcut(Qt::Key_F7);
    m_failed->setIcon(ScenarioModel::stateIcon(ScenarioModel::State::Failed));
    m_failed->setShortcut(Qt::SHIFT | Qt::Key_F7);
    m_picture->setIcon(Glyph::icon(Glyph::Shape::Camera));
    m_picture->setShortcut(Qt::Key_F8);
    m_find->setShortcut(QKeySequence::Find);
}

void HarnessWindow::makeMenus()
{
    add(m_fileMenu, &m_newSession, &HarnessWindow::newSession)->setShortcut(QKeySequence::New);
    m_sessionsMenu = m_fileMenu->addMenu(QString());
    connect(m_sessionsMenu, &QMenu::aboutToShow, this, &HarnessWindow::fillSessions);
    m_openFolder = m_fileMenu->addAction(QString());
    connect(m_openFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.folder())); });
    m_fileMenu->addSeparator();
    add(m_fileMenu, &m_addScenarios, &HarnessWindow::addScenarios)->setShortcut(QKeySequence::Open);
    add(m_fileMenu, &m_forgetScenarios, &HarnessWindow::forgetScenarios);
    m_fileMenu->addSeparator();
    for (const auto &[action, ending] :
         {std::pair{&m_saveHtml, "html"}, std::pair{&m_saveJson, "json"}, std::pair{&m_saveJUnit, "xml"}}) {
        *action = m_fileMenu->addAction(QString());
        connect(*action, &QAction::triggered, this,
                [this, name = QString::fromLatin1(ending)] { saveReport(name); });
    }
    m_saveHtml->setIcon(Glyph::icon(Glyph::Shape::Save));
    m_saveHtml->setShortcut(QKeySequence::Save);
    m_fileMenu->addSeparator();
    m_quit = m_fileMenu->addAction(QString(), this, &QWidget::close);
    m_quit->setShortcut(QKeySequence(QStringLiteral("Ctrl+Q")));
    m_quit->setMenuRole(QAction::QuitRole);

    m_runMenu->addActions({m_run, m_runByHand, m_runShown, m_runFailed, m_stop});
    m_runMenu->addSeparator();
    m_runMenu->addActions({m_passed, m_failed, m_picture});

    m_profileGroup = new QActionGroup(this);
    connect(m_profileGroup, &QActionGroup::triggered, this, [this](const QAction *action) {
        // The menu is made anew then, and the action goes with it.
        QMetaObject::invokeMethod(
            this, [this, id = action->data().toString()] { chooseProfile(id); }, Qt::QueuedConnection);
    });
    m_editProfiles = new QAction(this);
    m_editProfiles->setIcon(Glyph::icon(Glyph::Shape::Profile));
    m_editProfiles->setShortcut(Qt::CTRL | Qt::Key_P);
    connect(m_editProfiles, &QAction::triggered, this, &HarnessWindow::editProfiles);

    add(m_viewMenu, &m_showScenarios, &HarnessWindow::showScenarios)->setShortcut(Qt::CTRL | Qt::Key_1);
    add(m_viewMenu, &m_showForm, &HarnessWindow::showForm)->setShortcut(Qt::CTRL | Qt::Key_2);
    m_viewMenu->addAction(m_find);
    m_viewMenu->addSeparator();
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languageGroup = new QActionGroup(this);
    // Languages are named in themselves, whatever the language around them.
    for (const auto &[name, code] :
         {std::pair{QStringLiteral("English"), "en"},
          std::pair{QStringLiteral("\u0420\u0443\u0441\u0441\u043a\u0438\u0439"), "ru"}}) {
        QAction *action = m_languageMenu->addAction(name);
        action->setCheckable(true);
        action->setData(QString::fromLatin1(code));
        m_languageGroup->addAction(action);
    }
    connect(m_languageGroup, &QActionGroup::triggered, this, [this](const QAction *action) {
        setLanguage(QLocale(action->data().toString()));
        m_settings.setValue(QStringLiteral("language"), action->data());
    });
    m_colorsMenu = m_viewMenu->addMenu(QString());
    m_colorsGroup = new QActionGroup(this);
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        QAction *action = m_colorsMenu->addAction(QString());
        action->setCheckable(true);
        action->setData(int(scheme));
        m_colorsGroup->addAction(action);
    }
    connect(m_colorsGroup, &QActionGroup::triggered, this, [this](const QAction *action) {
        setScheme(Scheme(action->data().toInt()));
        m_settings.setValue(QStringLiteral("colors"), action->data());
    });

    add(m_helpMenu, &m_about, &HarnessWindow::about)->setMenuRole(QAction::AboutRole);
    m_aboutQt = m_helpMenu->addAction(QString(), qApp, &QApplication::aboutQt);
    m_aboutQt->setMenuRole(QAction::AboutQtRole);

    m_toolBar->addActions({m_run, m_runShown, m_runFailed, m_stop});
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_passed, m_failed, m_picture});
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_editProfiles, m_saveHtml});
    // Buttons of a tool bar take the keyboard nowhere by default.
    const QList<QWidget *> buttons = m_toolBar->findChildren<QWidget *>();
    for (QWidget *button : buttons)
        button->setFocusPolicy(Qt::TabFocus);
}

bool HarnessWindow::begin(QString *problem)
{
    const Qa::Profile profile = m_keys.withKey(m_profiles.current());
    m_profileStored = true;
    if (!useProfile(profile, problem))
        return false;
    openLastSession(profile.name);
    refreshProfiles();
    return true;
}

bool HarnessWindow::beginWith(const Qa::Profile &profile, QString *problem)
{
    m_profileStored = false;
    if (!useProfile(profile, problem))
        return false;
    m_session.begin(profile.id, profile.name);
    refreshProfiles();
    return true;
}

bool HarnessWindow::useProfile(const Qa::Profile &profile, QString *problem)
{
    if (profile.emulator) {
        if (!m_service->useEmulator(problem))
            return false;
    } else {
        m_service->useService(profile);
    }
    if (!m_scenariosPage->setProfile(profile, problem))
        return false;
    m_profile = profile;
    refreshStatus();
    return true;
}

void HarnessWindow::chooseProfile(const QString &id)
{
    const auto stored = m_profiles.profile(id);
    const bool another = !m_profileStored || id != m_profile.id;
    QString problem;
    if (stored && m_scenariosPage->running() == Running::Nobody) {
        m_scenariosPage->keep();
        if (m_profiles.setCurrent(id, &problem) && useProfile(m_keys.withKey(*stored), &problem)) {
            m_profileStored = true;
            if (another)
                openLastSession(stored->name);
        }
    }
    m_notice->set(About::Profiles, problem);
    refreshProfiles();
}

void HarnessWindow::takeKey()
{
    if (!m_profileStored || m_scenariosPage->running() != Running::Nobody)
        return;
    const Qa::Profile profile = m_keys.withKey(m_profile);
    QString problem;
    if (profile != m_profile)
        (void)useProfile(profile, &problem);
    if (m_runsWhenKeyIsThere && !m_keys.isBusy(m_profile.id)) {
        m_runsWhenKeyIsThere = false;
        m_scenariosPage->runShown();
    }
}

void HarnessWindow::runAll()
{
    showScenarios();
    if (m_profileStored && m_keys.isBusy(m_profile.id))
        m_runsWhenKeyIsThere = true;
    else
        m_scenariosPage->runShown();
}

void HarnessWindow::editProfiles()
{
    ProfilesDialog dialog(&m_profiles, &m_keys, this);
    if (m_profileStored)
        dialog.showProfile(m_profile.id);
    dialog.exec();
    const auto stored = m_profiles.profile(m_profile.id);
    if (!m_profileStored || m_scenariosPage->running() != Running::Nobody)
        return;
    // The one in use may have changed, or be gone.
    if (!stored)
        chooseProfile(Qa::Profile::emulatorId());
    else if (m_keys.withKey(*stored) != m_profile)
        chooseProfile(stored->id);
}

void HarnessWindow::refreshProfiles()
{
    m_profileMenu->clear();
    const auto add = [this](const Qa::Profile &profile) {
        QString name = profile.name;
        QAction *action = m_profileMenu->addAction(name.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(profile.id == m_profile.id);
        action->setData(profile.id);
        m_profileGroup->addAction(action);
    };
    const QList<Qa::Profile> profiles = m_profiles.profiles();
    for (const Qa::Profile &profile : profiles)
        add(profile);
    if (!m_profileStored && !m_profile.emulator)
        add(m_profile);
    m_profileMenu->addSeparator();
    m_profileMenu->addAction(m_editProfiles);
    if (!m_profiles.problem().isEmpty())
        m_notice->set(About::Profiles, m_profiles.problem());
    refreshStatus();
}

void HarnessWindow::openLastSession(const QString &profile)
{
    const QList<Qa::Session::Saved> saved = m_session.saved();
    for (const Qa::Session::Saved &one : saved) {
        QString problem;
        // One that another window has is left to it.
        if (one.isWith(m_profile.id, profile) && m_session.open(one.folder, &problem)) {
            m_notice->set(About::FoundAgain,
                          tr("The session of %1 is open again, with %n result(s). "
                             "\u201cNew session\u201d in the file menu begins another one.",
                             nullptr, one.results)
                              .arg(m_locale.toString(one.began, QLocale::ShortFormat)));
            return;
        }
    }
    m_session.begin(m_profile.id, profile);
}

void HarnessWindow::openSession(const QString &folder)
{
    QString problem;
    m_scenariosPage->keep();
    if (!m_session.open(folder, &problem))
        QMessageBox::warning(this, tr("The session cannot be opened"), problem);
}

void HarnessWindow::newSession()
{
    m_scenariosPage->keep();
    m_notice->set(About::FoundAgain, {});
    m_session.begin(m_profile.id, m_profile.name);
}

void HarnessWindow::fillSessions()
{
    m_sessionsMenu->clear();
    const QList<Qa::Session::Saved> saved = m_session.saved();
    for (const Qa::Session::Saved &one : saved) {
        QString text = tr("%1: %2, %n result(s)", "date: profile", one.results)
                           .arg(m_locale.toString(one.began, QLocale::ShortFormat), one.profile);
        QAction *action = m_sessionsMenu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                                                    [this, folder = one.folder] { openSession(folder); });
        action->setCheckable(true);
        action->setChecked(one.folder == m_session.folder());
        // A session belongs to its profile.
        action->setEnabled(one.isWith(m_profile.id, m_profile.name));
    }
    if (saved.isEmpty())
        m_sessionsMenu->addAction(tr("There is none yet"))->setEnabled(false);
}

void HarnessWindow::readScenarios()
{
    Qa::ScenarioReader::Content content = Qa::ScenarioReader::builtIn();
    const QStringList paths = m_settings.value(QStringLiteral("scenarios")).toStringList();
    for (const QString &path : paths)
        Qa::ScenarioReader::append(content, Qa::ScenarioReader::readPath(path));
    m_scenariosPage->setScenarios(content.scenarios);
    QStringList lines;
    for (const Qa::ScenarioProblem &problem : std::as_const(content.problems))
        lines << problem.toString();
    m_notice->set(About::Scenarios,
                  lines.isEmpty()
                      ? QString()
                      : tr("Scenarios were left out:") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

void HarnessWindow::forgetScenarios()
{
    m_settings.remove(QStringLiteral("scenarios"));
    readScenarios();
    refreshActions();
}

void HarnessWindow::addScenarios()
{
    const QStringList files =
        QFileDialog::getOpenFileNames(this, tr("Add scenarios"), QString(), tr("Scenarios (*.json)"));
    if (files.isEmpty())
        return;
    QStringList paths = m_settings.value(QStringLiteral("scenarios")).toStringList();
    for (const QString &file : files) {
        if (!paths.contains(file))
            paths << file;
    }
    m_settings.setValue(QStringLiteral("scenarios"), paths);
    readScenarios();
    refreshActions();
}

QByteArray HarnessWindow::report(const QString &ending) const
{
    Qa::Report report = m_session.report(m_scenariosPage->model().scenarios());
    const Qa::Stage *const stage = m_scenariosPage->stage();
    report.service = stage->profile().service.baseUrl().toString();
    report.engine = stage->engine();
    if (ending == QLatin1String("json"))
        return report.toJson();
    if (ending == QLatin1String("xml"))
        return report.toJUnit();
    return Qa::HtmlReport::make(report, m_locale, m_session.folder());
}

void HarnessWindow::saveReport(const QString &ending)
{
    m_scenariosPage->keep();
    const QString filter = ending == QLatin1String("json") ? tr("JSON (*.json)")
        : ending == QLatin1String("xml")                   ? tr("JUnit XML (*.xml)")
                                                           : tr("Web page (*.html)");
    SavedFile::ask(this, tr("Save the report"), QStringLiteral("smartcaptcha-report.") + ending, filter,
                   report(ending));
}

void HarnessWindow::showForm()
{
    m_pages->setCurrentWidget(m_formPage);
}

void HarnessWindow::showScenarios()
{
    m_pages->setCurrentWidget(m_scenariosPage);
}

void HarnessWindow::setLanguage(const QLocale &locale)
{
    m_locale = locale;
    m_scenariosPage->setLocale(locale);
    installLanguage(locale);
    const QList<QAction *> actions = m_languageGroup->actions();
    for (QAction *action : actions)
        action->setChecked(QLocale(action->data().toString()).language() == locale.language());
}

void HarnessWindow::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    Appearance::apply(scheme);
    const QList<QAction *> actions = m_colorsGroup->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(scheme));
}

void HarnessWindow::installLanguage(const QLocale &locale)
{
    Language::install(locale, {QStringLiteral("smartcaptcha_demo"), QStringLiteral("smartcaptcha_qa")});
}

QLocale HarnessWindow::storedLanguage(const QString &config)
{
    const QString code =
        QSettings(settingsIn(config), QSettings::IniFormat).value(QStringLiteral("language")).toString();
    return code.isEmpty() ? QLocale::system() : QLocale(code);
}

Scheme HarnessWindow::storedScheme(const QString &config)
{
    const int value =
        QSettings(settingsIn(config), QSettings::IniFormat).value(QStringLiteral("colors")).toInt();
    return value >= 0 && value <= int(Scheme::HighContrast) ? Scheme(value) : Scheme::System;
}

void HarnessWindow::refreshActions()
{
    const bool here = m_pages->currentWidget() == m_scenariosPage;
    const Running running = m_scenariosPage->running();
    const bool idle = running == Running::Nobody;
    const bool chosen = !m_scenariosPage->list()->current().isEmpty();
    const bool ready = here && idle && !(m_profileStored && m_keys.isBusy(m_profile.id));
    m_run->setEnabled(ready && chosen);
    m_runByHand->setEnabled(ready && chosen);
    m_runShown->setEnabled(ready && !m_scenariosPage->list()->shown().isEmpty());
    m_runFailed->setEnabled(ready && !m_scenariosPage->failed().isEmpty());
    // Out of sight the captcha cannot be pressed.
    m_pages->setTabEnabled(m_pages->indexOf(m_formPage), idle);
    m_showForm->setEnabled(idle);
    m_stop->setEnabled(!idle);
    m_passed->setEnabled(running == Running::Person);
    m_failed->setEnabled(running == Running::Person);
    m_picture->setEnabled(here && m_scenariosPage->canTakePicture());
    m_newSession->setEnabled(idle && !m_session.isEmpty());
    m_sessionsMenu->setEnabled(idle);
    m_profileGroup->setEnabled(idle);
    m_editProfiles->setEnabled(idle);
    m_addScenarios->setEnabled(idle);
    m_forgetScenarios->setEnabled(idle && m_settings.contains(QStringLiteral("scenarios")));
    m_openFolder->setEnabled(!m_session.folder().isEmpty());
    for (QAction *action : {m_saveHtml, m_saveJson, m_saveJUnit})
        action->setEnabled(!m_session.isEmpty());
}

void HarnessWindow::refreshStatus()
{
    using Qa::Status;
    const Qa::Stage *const stage = m_scenariosPage->stage();
    const QString address = stage->profile().service.baseUrl().toString();
    m_serviceText->setText(m_profile.emulator
                               ? tr("Emulator at %1: no keys and no internet are needed.").arg(address)
                               : tr("%1: service at %2").arg(m_profile.name, address));
    QString key;
    if (!m_profile.emulator && m_profile.serverKey.isNull())
        key = m_keys.isBusy(m_profile.id) ? tr("Waiting for the keychain\u2026")
                                          : tr("There is no server key.");
    else if (!m_profile.emulator)
        key = m_profileStored && m_keys.isKept(m_profile.id) ? tr("The server key is in the keychain.")
                                                             : tr("The server key is in memory only.");
    m_keyText->setText(key);
    m_keyText->setToolTip(m_profile.emulator || !m_profileStored ? QString()
                                                                 : m_keys.whyNotKept(m_profile.id));
    m_keyText->setVisible(!key.isEmpty());
    QString counts = tr("%1 passed, %2 failed, %3 skipped")
                         .arg(m_session.count(Status::Passed))
                         .arg(m_session.count(Status::Failed))
                         .arg(m_session.count(Status::Skipped));
    counts +=
        QLatin1Char(' ') + tr("of %n scenario(s)", nullptr, int(m_scenariosPage->model().scenarios().size()));
    m_countText->setText(counts);
    refreshActions();
}

void HarnessWindow::about()
{
    QMessageBox::about(this, tr("About the demo"),
                       tr("SmartCaptcha for Qt %1, with Qt %2.\n\nShows a captcha of Yandex SmartCaptcha, "
                          "and tries every setting and every fault of it.")
                           .arg(SmartCaptcha::version().toString(), QLatin1String(qVersion())));
}

void HarnessWindow::retranslate()
{
    setWindowTitle(tr("SmartCaptcha demo"));
    m_pages->setTabText(0, tr("Scenarios"));
    m_pages->setTabText(1, tr("By hand"));
    m_toolBar->setWindowTitle(tr("Tools"));
    m_toolBar->toggleViewAction()->setText(m_toolBar->windowTitle());
    m_fileMenu->setTitle(tr("&File"));
    m_newSession->setText(tr("&New session"));
    m_sessionsMenu->setTitle(tr("&Sessions"));
    m_openFolder->setText(tr("Show the session\u2019s &folder"));
    m_addScenarios->setText(tr("&Add scenarios\u2026"));
    m_forgetScenarios->setText(tr("F&orget the added scenarios"));
    m_saveHtml->setText(tr("Save the &report\u2026"));
    m_saveHtml->setIconText(tr("Report"));
    m_saveJson->setText(tr("Save the report as &JSON\u2026"));
    m_saveJUnit->setText(tr("Save the report as JUnit &XML\u2026"));
    m_quit->setText(tr("&Quit"));
    m_runMenu->setTitle(tr("&Run"));
    m_run->setText(tr("&Run"));
    m_runByHand->setText(tr("Run by &hand"));
    m_runShown->setText(tr("Run &all in the list"));
    m_runShown->setIconText(tr("Run all"));
    m_runFailed->setText(tr("Run the &failed ones again"));
    m_runFailed->setIconText(tr("Failed again"));
    m_stop->setText(tr("&Stop"));
    m_passed->setText(tr("It &passed"));
    m_failed->setText(tr("It fai&led"));
    m_picture->setText(tr("&Take a picture"));
    m_picture->setIconText(tr("Picture"));
    m_profileMenu->setTitle(tr("&Profile"));
    m_editProfiles->setText(tr("&Edit the profiles\u2026"));
    m_editProfiles->setIconText(tr("Profiles"));
    m_viewMenu->setTitle(tr("&View"));
    m_showScenarios->setText(tr("&Scenarios"));
    m_showForm->setText(tr("&By hand"));
    m_find->setText(tr("&Find a scenario"));
    m_languageMenu->setTitle(tr("&Language"));
    m_colorsMenu->setTitle(tr("&Colors"));
    const QList<QAction *> colors = m_colorsGroup->actions();
    colors.at(0)->setText(tr("As the &system"));
    colors.at(1)->setText(tr("&Light"));
    colors.at(2)->setText(tr("&Dark"));
    colors.at(3)->setText(tr("&High contrast"));
    m_helpMenu->setTitle(tr("&Help"));
    m_about->setText(tr("&About the demo"));
    m_aboutQt->setText(tr("About &Qt"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    refreshProfiles();
}

void HarnessWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool HarnessWindow::mayClose()
{
    QStringList reasons;
    if (m_scenariosPage->running() != Running::Nobody)
        reasons << tr("A scenario is running; it would be stopped without a result.");
    const QList<Qa::Profile> profiles = m_profiles.profiles();
    for (const Qa::Profile &profile : profiles) {
        if (m_keys.isBusy(profile.id) && !m_keys.key(profile.id).isNull())
            reasons
                << tr("The keychain has not stored the server key of \u201c%1\u201d yet.").arg(profile.name);
    }
    if (reasons.isEmpty())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Close the window?"), reasons.join(QLatin1Char('\n')),
                         QMessageBox::NoButton, this);
    question.setTextFormat(Qt::PlainText);
    const QPushButton *const close =
        question.addButton(tr("Close all the same"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(tr("Go on"), QMessageBox::RejectRole));
    question.exec();
    return question.clickedButton() == close;
}

bool HarnessWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && QApplication::activeModalWidget()
        && m_scenariosPage->isOfCaptcha(QApplication::activeModalWidget())) {
        const auto *key = static_cast<QKeyEvent *>(event);
        for (QAction *action : {m_picture, m_stop}) {
            if (action->isEnabled() && QKeySequence(key->keyCombination()) == action->shortcut()) {
                action->trigger();
                event->accept();
                return true;
            }
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void HarnessWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    m_scenariosPage->stop();
    m_scenariosPage->keep();
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("state"), saveState());
    m_settings.setValue(QStringLiteral("page"), m_pages->currentIndex());
    m_scenariosPage->saveState(&m_settings);
    m_formPage->saveState(&m_settings);
    QMainWindow::closeEvent(event);
}
