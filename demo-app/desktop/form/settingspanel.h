// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qgroupbox.h>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
QT_END_NAMESPACE

/// The user's choices: how the captcha is requested, and what the service does.
class SettingsPanel : public QGroupBox {
    Q_OBJECT

public:
    explicit SettingsPanel(QWidget *parent = nullptr);

    /// Whether the service is the emulator, whose scenario can be chosen.
    void setEmulatorThere(bool there);

    [[nodiscard]] SmartCaptchaOptions::Mode mode() const;
    [[nodiscard]] SmartCaptchaOptions::PageSource pageSource() const;
    [[nodiscard]] SmartCaptchaWidget::ChallengePresentation presentation() const;
    [[nodiscard]] SmartCaptchaWidget::Engine engine() const;
    [[nodiscard]] bool isTestMode() const;
    [[nodiscard]] bool isStrict() const;
    [[nodiscard]] bool isVerifiedAtOnce() const;
    [[nodiscard]] QString scenario() const;

    void setMode(SmartCaptchaOptions::Mode mode);
    void setEngine(SmartCaptchaWidget::Engine engine);
    void setStrict(bool strict);
    void setScenario(const QString &name);

Q_SIGNALS:
    void scenarioChosen(const QString &name);
    /// A setting has changed for which the captcha must be loaded again.
    void captchaChanged();
    /// A setting has changed that matters only to the verifier.
    void policyChanged();
    void verifyAtOnceChanged(bool atOnce);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addRow(QLabel **label, QWidget *field);

    QFormLayout *m_form;
    QLabel *m_modeLabel = nullptr;
    QLabel *m_presentationLabel = nullptr;
    QLabel *m_pageLabel = nullptr;
    QLabel *m_engineLabel = nullptr;
    QLabel *m_policyLabel = nullptr;
    QLabel *m_scenarioLabel = nullptr;
    QComboBox *m_mode;
    QComboBox *m_presentation;
    QComboBox *m_page;
    QComboBox *m_engine;
    QComboBox *m_policy;
    QComboBox *m_scenario;
    QCheckBox *m_testMode;
    QCheckBox *m_verifyAtOnce;
};
