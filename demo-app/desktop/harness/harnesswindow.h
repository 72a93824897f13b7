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

/// The demo: scenarios with everything that a tester needs for them, and a form to try by hand.
class HarnessWindow : public QMainWindow {
    Q_OBJECT

public:
    /**
     * Settings and profiles are kept in the folder @p config, sessions in @p store. @p service is not owned
     * and outlives the window; the chosen profile decides what it is.
     */
    HarnessWindow(const QString &config, const QString &store, FormService *service,
                  QWidget *parent = nullptr);
    ~HarnessWindow() override;

    /// The profile of the last time, and its last session. Without @p problem being set all is well.
    [[nodiscard]] bool begin(QString *problem);
    /// A profile that is not among the stored ones and is forgotten in the end.
    [[nodiscard]] bool beginWith(const Qa::Profile &profile, QString *problem);

    [[nodiscard]] FormPage *formPage() const { return m_formPage; }
    [[nodiscard]] ScenariosPage *scenariosPage() const { return m_scenariosPage; }
    /// Brings the form into sight, or the scenarios.
    void showForm();
    void showScenarios();

    void setLanguage(const QLocale &locale);
    void setScheme(Appearance::Scheme scheme);
    /// Those of the last time, with settings in @p config, or what the system has. Texts of a window are in
    /// the language that is set before the window is made.
    [[nodiscard]] static QLocale storedLanguage(const QString &config);
    [[nodiscard]] static Appearance::Scheme storedScheme(const QString &config);
    /// Makes @p locale the language of the whole program.
    static void installLanguage(const QLocale &locale);

    /// Runs all scenarios of the list, as soon as the keychain has said what the server key is.
    void runAll();

    /// What the session has come to, in a form that the ending of @p file stands for: html, json or xml.
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
