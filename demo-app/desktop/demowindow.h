// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "appearance/appearance.h"
#include "eventlogmodel.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtWidgets/qmainwindow.h>

QT_BEGIN_NAMESPACE
class QGroupBox;
class QLabel;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

class DemoService;
class SettingsPanel;
class SignInForm;
class TokenCard;

/// The demo: a sign-in form with the captcha, what came of it, what happened, and what can be chosen.
class DemoWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The service is not owned and outlives the window.
    explicit DemoWindow(DemoService *service, QWidget *parent = nullptr);

    [[nodiscard]] SignInForm *form() const { return m_form; }
    [[nodiscard]] SettingsPanel *settings() const { return m_settings; }
    [[nodiscard]] SmartCaptchaVerifier *verifier() { return &m_verifier; }

    void setLanguage(const QLocale &locale);
    void setScheme(Appearance::Scheme scheme);
    /// How long the captcha may take, in milliseconds; see SmartCaptchaOptions.
    void setTimeouts(int load, int challenge);
    /// Begins anew with what is chosen now.
    void loadCaptcha();
    /// Has the last token verified once more.
    void verifyAgain();
    void clearLog();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectCaptcha();
    void connectVerifier();
    void connectSettings();
    void retranslate();
    void log(EventLogModel::Source source, const QString &text);

    DemoService *const m_service;
    SmartCaptchaVerifier m_verifier;
    EventLogModel m_log;
    int m_loadTimeout = SmartCaptchaOptions::DefaultLoadTimeout;
    int m_challengeTimeout = SmartCaptchaOptions::DefaultChallengeTimeout;
    QString m_token;
    bool m_followLog = true;
    SignInForm *m_form;
    TokenCard *m_tokenCard;
    SettingsPanel *m_settings;
    QGroupBox *m_logBox;
    QTableView *m_logView;
    QPushButton *m_clearLog;
    QPushButton *m_restart;
    QLabel *m_serviceText;
};
