// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "harnessstatus.h"
#include "profile/profile.h"
#include "profile/profilekeys.h"
#include "profile/profilestore.h"
#include "session/session.h"
#include "shared/appearance.h"

#include <QtCore/qlocale.h>
#include <QtCore/qsettings.h>
#include <QtWidgets/qmainwindow.h>

QT_BEGIN_NAMESPACE
class QTabWidget;
QT_END_NAMESPACE

class FormPage;
class FormService;
class HarnessActions;
class NoticeBar;
class ScenariosPage;

/// The main window of the demo: the scenarios with everything a tester needs for them, and a form to try by
/// hand.
class HarnessWindow : public QMainWindow {
    Q_OBJECT

public:
    /**
     * Settings and profiles are stored in the folder @p config, sessions in @p store. @p service is not owned
     * and must outlive the window; the chosen profile configures it.
     */
    HarnessWindow(const QString &config, const QString &store, FormService *service,
                  QWidget *parent = nullptr);
    ~HarnessWindow() override;

    /// Restores the last profile and its last session. Sets @p problem and returns false on failure.
    [[nodiscard]] bool begin(QString *problem);
    /// Uses a profile that is not stored, and is forgotten at the end.
    [[nodiscard]] bool beginWith(const Qa::Profile &profile, QString *problem);

    [[nodiscard]] FormPage *formPage() const { return m_formPage; }
    [[nodiscard]] ScenariosPage *scenariosPage() const { return m_scenariosPage; }
    /// Shows the page with the form, or the one with the scenarios.
    void showForm();
    void showScenarios();

    void setLanguage(const QLocale &locale);
    void setScheme(Appearance::Scheme scheme);
    /// The language and the colors stored with the settings in @p config, else those of the system. A
    /// window's texts are created in the language that is installed when it is constructed.
    [[nodiscard]] static QLocale storedLanguage(const QString &config);
    [[nodiscard]] static Appearance::Scheme storedScheme(const QString &config);
    /// Makes @p locale the language of the whole program.
    static void installLanguage(const QLocale &locale);

    /// Runs all scenarios in the list, once the keychain has answered the request for the server key.
    void runAll();

    /// The report of the session, in the format of the file name extension @p ending: html, json or xml.
    [[nodiscard]] QByteArray report(const QString &ending) const;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectActions();
    void retranslate();
    void refreshActions();
    void refreshProfiles();
    void refreshStatus();
    [[nodiscard]] HarnessStatus::Key whereTheKeyIs() const;
    void readScenarios();
    void addScenarios();
    void forgetScenarios();
    void takeKey();
    [[nodiscard]] bool mayClose();
    [[nodiscard]] bool useProfile(const Qa::Profile &profile, QString *problem);
    void chooseProfile(const QString &id);
    void editProfiles();
    void openLastSession(const QString &profile);
    void openSession(const QString &folder);
    void newSession();
    void fillSessions();
    void saveReport(const QString &ending);
    void about();

    QSettings m_settings;
    Qa::ProfileStore m_profiles;
    Qa::ProfileKeys m_keys;
    Qa::Session m_session;
    FormService *const m_service;
    Qa::Profile m_profile;
    bool m_profileStored = false;
    bool m_runsWhenKeyIsThere = false;
    QLocale m_locale;
    Appearance::Scheme m_scheme = Appearance::Scheme::System;

    ScenariosPage *const m_scenariosPage;
    FormPage *const m_formPage;
    QTabWidget *const m_pages;
    NoticeBar *const m_notice;
    HarnessActions *const m_actions;
    HarnessStatus *const m_status;
};
