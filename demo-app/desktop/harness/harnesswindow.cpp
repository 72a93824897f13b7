// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "harnesswindow.h"

#include "form/formpage.h"
#include "form/formservice.h"
#include "harnessactions.h"
#include "noticebar.h"
#include "play/stage.h"
#include "profiles/profilesdialog.h"
#include "report/htmlreport.h"
#include "savedfile.h"
#include "scenario/scenarioreader.h"
#include "scenario/vocabulary.h"
#include "scenariopanel.h"
#include "scenariospage.h"
#include "shared/language.h"

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
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qmessagebox.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstatusbar.h>
#include <QtWidgets/qtabwidget.h>

using Running = ScenariosPage::Running;
using About = NoticeBar::About;
using Scheme = Appearance::Scheme;

namespace {

QString settingsIn(const QString &config)
{
    return QDir(config).filePath(QStringLiteral("window.ini"));
}

} // namespace

HarnessWindow::HarnessWindow(const QString &config, const QString &store, FormService *service,
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
    , m_actions(new HarnessActions(this))
    , m_status(new HarnessStatus(statusBar()))
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
    connectActions();

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
        m_status->setProgressShown(m_scenariosPage->running() == Running::Harness);
        // By now the user knows that the last session was reopened.
        m_notice->set(About::FoundAgain, {});
        takeKey();
        refreshActions();
    });
    connect(m_scenariosPage, &ScenariosPage::progressed, m_status, &HarnessStatus::showProgress);
    connect(m_scenariosPage, &ScenariosPage::choiceChanged, this, &HarnessWindow::refreshActions);
    connect(m_pages, &QTabWidget::currentChanged, this, &HarnessWindow::refreshActions);

    // The captcha's popup is modal and blocks the window's shortcuts, but a tester must be able to take a
    // picture or stop.
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
    // The pages use m_session, so they must be deleted before the members are destroyed.
    delete takeCentralWidget();
}

void HarnessWindow::connectActions()
{
    const auto page = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, m_scenariosPage, slot);
    };
    page(m_actions->run, &ScenariosPage::run);
    page(m_actions->runByHand, &ScenariosPage::runByHand);
    page(m_actions->runShown, &ScenariosPage::runShown);
    page(m_actions->runFailed, &ScenariosPage::runFailed);
    page(m_actions->stop, &ScenariosPage::stop);
    page(m_actions->passed, [this] { m_scenariosPage->judge(true); });
    page(m_actions->failed, [this] { m_scenariosPage->judge(false); });
    page(m_actions->picture, &ScenariosPage::takePicture);
    page(m_actions->find, [this] {
        showScenarios();
        m_scenariosPage->list()->focusFilter();
    });

    const auto here = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    here(m_actions->newSession, &HarnessWindow::newSession);
    here(m_actions->openFolder,
         [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.folder())); });
    here(m_actions->addScenarios, &HarnessWindow::addScenarios);
    here(m_actions->forgetScenarios, &HarnessWindow::forgetScenarios);
    here(m_actions->saveHtml, [this] { saveReport(QStringLiteral("html")); });
    here(m_actions->saveJson, [this] { saveReport(QStringLiteral("json")); });
    here(m_actions->saveJUnit, [this] { saveReport(QStringLiteral("xml")); });
    here(m_actions->quit, &QWidget::close);
    here(m_actions->editProfiles, &HarnessWindow::editProfiles);
    here(m_actions->showScenarios, &HarnessWindow::showScenarios);
    here(m_actions->showForm, &HarnessWindow::showForm);
    here(m_actions->about, &HarnessWindow::about);
    here(m_actions->aboutQt, &QApplication::aboutQt);

    connect(m_actions->sessionsMenu, &QMenu::aboutToShow, this, &HarnessWindow::fillSessions);
    connect(m_actions->profiles, &QActionGroup::triggered, this, [this](const QAction *action) {
        // Queued, because choosing a profile rebuilds the menu and deletes this action.
        QMetaObject::invokeMethod(
            this, [this, id = action->data().toString()] { chooseProfile(id); }, Qt::QueuedConnection);
    });
    connect(m_actions->languages, &QActionGroup::triggered, this, [this](const QAction *action) {
        setLanguage(QLocale(action->data().toString()));
        m_settings.setValue(QStringLiteral("language"), action->data());
    });
    connect(m_actions->colors, &QActionGroup::triggered, this, [this](const QAction *action) {
        setScheme(Scheme(action->data().toInt()));
        m_settings.setValue(QStringLiteral("colors"), action->data());
    });
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
    // The profile in use may have been changed or removed.
    if (!stored)
        chooseProfile(Qa::Profile::emulatorId());
    else if (m_keys.withKey(*stored) != m_profile)
        chooseProfile(stored->id);
}

void HarnessWindow::refreshProfiles()
{
    m_actions->profileMenu->clear();
    const auto add = [this](const Qa::Profile &profile) {
        QString name = profile.name;
        QAction *action =
            m_actions->profileMenu->addAction(name.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(profile.id == m_profile.id);
        action->setData(profile.id);
        m_actions->profiles->addAction(action);
    };
    const QList<Qa::Profile> profiles = m_profiles.profiles();
    for (const Qa::Profile &profile : profiles)
        add(profile);
    if (!m_profileStored && !m_profile.emulator)
        add(m_profile);
    m_actions->profileMenu->addSeparator();
    m_actions->profileMenu->addAction(m_actions->editProfiles);
    if (!m_profiles.problem().isEmpty())
        m_notice->set(About::Profiles, m_profiles.problem());
    refreshStatus();
}

void HarnessWindow::openLastSession(const QString &profile)
{
    const QList<Qa::Session::Saved> saved = m_session.saved();
    for (const Qa::Session::Saved &one : saved) {
        QString problem;
        // A session that is open in another window is skipped.
        if (one.isWith(m_profile.id, profile) && m_session.open(one.folder, &problem)) {
            m_notice->set(About::FoundAgain,
                          tr("Session of %1 reopened, with %n result(s). To start another one, choose "
                             "\u201cNew session\u201d in the File menu.",
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
        QMessageBox::warning(this, tr("Could not open the session"), problem);
}

void HarnessWindow::newSession()
{
    m_scenariosPage->keep();
    m_notice->set(About::FoundAgain, {});
    m_session.begin(m_profile.id, m_profile.name);
}

void HarnessWindow::fillSessions()
{
    m_actions->sessionsMenu->clear();
    const QList<Qa::Session::Saved> saved = m_session.saved();
    for (const Qa::Session::Saved &one : saved) {
        QString text = tr("%1: %2, %n result(s)", "date: profile", one.results)
                           .arg(m_locale.toString(one.began, QLocale::ShortFormat), one.profile);
        QAction *action =
            m_actions->sessionsMenu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                                               [this, folder = one.folder] { openSession(folder); });
        action->setCheckable(true);
        action->setChecked(one.folder == m_session.folder());
        // A session can only be opened with its own profile.
        action->setEnabled(one.isWith(m_profile.id, m_profile.name));
    }
    if (saved.isEmpty())
        m_actions->sessionsMenu->addAction(tr("No sessions yet"))->setEnabled(false);
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
                  lines.isEmpty() ? QString()
                                  : tr("Some scenarios could not be loaded:") + QLatin1Char('\n')
                          + lines.join(QLatin1Char('\n')));
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
    SavedFile::ask(this, tr("Save report"), QStringLiteral("smartcaptcha-report.") + ending, filter,
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
    const QList<QAction *> actions = m_actions->languages->actions();
    for (QAction *action : actions)
        action->setChecked(QLocale(action->data().toString()).language() == locale.language());
}

void HarnessWindow::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    Appearance::apply(scheme);
    const QList<QAction *> actions = m_actions->colors->actions();
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
    m_actions->run->setEnabled(ready && chosen);
    m_actions->runByHand->setEnabled(ready && chosen);
    m_actions->runShown->setEnabled(ready && !m_scenariosPage->list()->shown().isEmpty());
    m_actions->runFailed->setEnabled(ready && !m_scenariosPage->failed().isEmpty());
    // The captcha cannot be pressed while its page is hidden.
    m_pages->setTabEnabled(m_pages->indexOf(m_formPage), idle);
    m_actions->showForm->setEnabled(idle);
    m_actions->stop->setEnabled(!idle);
    m_actions->passed->setEnabled(running == Running::Person);
    m_actions->failed->setEnabled(running == Running::Person);
    m_actions->picture->setEnabled(here && m_scenariosPage->canTakePicture());
    m_actions->newSession->setEnabled(idle && !m_session.isEmpty());
    m_actions->sessionsMenu->setEnabled(idle);
    m_actions->profiles->setEnabled(idle);
    m_actions->editProfiles->setEnabled(idle);
    m_actions->addScenarios->setEnabled(idle);
    m_actions->forgetScenarios->setEnabled(idle && m_settings.contains(QStringLiteral("scenarios")));
    m_actions->openFolder->setEnabled(!m_session.folder().isEmpty());
    for (QAction *action : {m_actions->saveHtml, m_actions->saveJson, m_actions->saveJUnit})
        action->setEnabled(!m_session.isEmpty());
}

HarnessStatus::Key HarnessWindow::whereTheKeyIs() const
{
    using Key = HarnessStatus::Key;
    if (m_profile.emulator)
        return Key::NotNeeded;
    if (m_profile.serverKey.isNull())
        return m_keys.isBusy(m_profile.id) ? Key::Awaited : Key::Missing;
    return m_profileStored && m_keys.isKept(m_profile.id) ? Key::InKeychain : Key::InMemory;
}

void HarnessWindow::refreshStatus()
{
    m_status->showService(m_profile, m_scenariosPage->stage()->profile().service.baseUrl().toString());
    m_status->showKey(whereTheKeyIs(),
                      m_profile.emulator || !m_profileStored ? QString() : m_keys.whyNotKept(m_profile.id));
    m_status->showCounts(m_session, m_scenariosPage->model().scenarios().size());
    refreshActions();
}

void HarnessWindow::about()
{
    QMessageBox::about(this, tr("About the demo"),
                       tr("SmartCaptcha for Qt %1, Qt %2.\n\nShows Yandex SmartCaptcha and tests all its "
                          "settings and possible faults.")
                           .arg(SmartCaptcha::version().toString(), QLatin1String(qVersion())));
}

void HarnessWindow::retranslate()
{
    setWindowTitle(tr("SmartCaptcha demo"));
    m_pages->setTabText(0, tr("Scenarios"));
    m_pages->setTabText(1, tr("Manual test"));
    m_actions->retranslate();
    m_status->retranslate();
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
        reasons << tr("A scenario is still running. It will be stopped without a result.");
    const QList<Qa::Profile> profiles = m_profiles.profiles();
    for (const Qa::Profile &profile : profiles) {
        if (m_keys.isBusy(profile.id) && !m_keys.key(profile.id).isNull())
            reasons << tr("The server key of \u201c%1\u201d has not been saved to the keychain yet.")
                           .arg(profile.name);
    }
    if (reasons.isEmpty())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Close the window?"), reasons.join(QLatin1Char('\n')),
                         QMessageBox::NoButton, this);
    question.setTextFormat(Qt::PlainText);
    const QPushButton *const close = question.addButton(tr("Close anyway"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(tr("Continue"), QMessageBox::RejectRole));
    question.exec();
    return question.clickedButton() == close;
}

bool HarnessWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && QApplication::activeModalWidget()
        && m_scenariosPage->isOfCaptcha(QApplication::activeModalWidget())) {
        const auto *key = static_cast<QKeyEvent *>(event);
        for (QAction *action : {m_actions->picture, m_actions->stop}) {
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
