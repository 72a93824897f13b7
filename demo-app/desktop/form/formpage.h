// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "harness/exchangemodel.h"
#include "harness/timelinemodel.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QPushButton;
class QSettings;
class QSplitter;
class QTabWidget;
QT_END_NAMESPACE

class FormService;
class SettingsPanel;
class SignInForm;
class TokenCard;
class TokenDesk;

/// A sign-in form with the captcha, to try by hand: settings, result and log.
class FormPage : public QWidget {
    Q_OBJECT

public:
    /// @p service is not owned and must outlive the page.
    explicit FormPage(FormService *service, QWidget *parent = nullptr);

    [[nodiscard]] SignInForm *form() const { return m_form; }
    [[nodiscard]] SettingsPanel *settings() const { return m_settings; }
    [[nodiscard]] SmartCaptchaVerifier *verifier() { return &m_verifier; }

    /// Starts over with the current settings.
    void loadCaptcha();

    void saveState(QSettings *settings) const;
    void restoreState(const QSettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    /// The captcha is loaded when the page is first shown.
    void showEvent(QShowEvent *event) override;

private:
    void connectCaptcha();
    void connectService();
    void connectSettings();
    /// Configures the verifier for the service, from the profile and the chosen strictness.
    void setUpVerifier();
    void retranslate();
    void log(Qa::Source source, const QString &text);

    FormService *const m_service;
    SmartCaptchaVerifier m_verifier;
    TimelineModel m_timeline;
    ExchangeModel m_exchanges;
    const int m_verifyTimeout = m_verifier.timeout(); // unless the profile gives more
    bool m_shown = false;
    SignInForm *m_form;
    TokenCard *m_tokenCard;
    TokenDesk *m_tokenDesk;
    SettingsPanel *m_settings;
    QPushButton *m_restart;
    QTabWidget *m_below;
    QSplitter *m_across;
    QSplitter *m_down;
};
